import type { Manifest } from '../../manifest.ts';
import type { Socket } from '../../socket.ts';
import type { Triggers } from '../../triggers.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Method } from '../method.ts';
import type { Scopes } from '../scopes.ts';
import { appMethods } from './app.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { usergroupsMethods } from './usergroups.ts';
import { usersMethods } from './users.ts';
import { viewsMethods } from './views.ts';

type Parts = { workspace: Workspace; socket: Socket; triggers: Triggers; scopes: Scopes; manifest: Manifest };

/** Every method that the sandbox's Slack knows. */
export const webApiMethods = ({ workspace, socket, triggers, scopes, manifest }: Parts): Record<string, Method> => ({
  ...appMethods(workspace.team, socket),
  ...chatMethods(workspace, manifest),
  ...conversationsMethods(workspace, scopes),
  ...usergroupsMethods(workspace),
  ...usersMethods(workspace, scopes),
  ...viewsMethods(workspace.views, workspace.team, triggers),
});
