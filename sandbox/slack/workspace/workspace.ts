import type { Organization } from '../../organization/organization.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createMessages, type Messages } from './messages.ts';
import { createPeople, type People } from './people.ts';
import { createViews, type Views } from './views.ts';

/** Everything that a Slack workspace remembers. */
export type Workspace = {
  team: Organization['team'];
  people: People;
  conversations: Conversations;
  messages: Messages;
  views: Views;
};

export function createWorkspace(organization: Organization): Workspace {
  const { team, people, userGroups, channels } = structuredClone(organization);
  const members = createPeople({ people, userGroups });
  return {
    team,
    people: members,
    conversations: createConversations(channels, members),
    messages: createMessages(),
    views: createViews(),
  };
}
