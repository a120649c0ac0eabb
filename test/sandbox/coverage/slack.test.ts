import { describe } from 'vitest';
import { createLine } from '../../../sandbox/misbehaving/line.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { bot, tokens } from '../../../sandbox/slack/bot.ts';
import { readManifest } from '../../../sandbox/slack/manifest.ts';
import { createSocket } from '../../../sandbox/slack/socket.ts';
import { createTriggers } from '../../../sandbox/slack/triggers.ts';
import { webApiMethods } from '../../../sandbox/slack/web-api/methods/index.ts';
import { createScopes } from '../../../sandbox/slack/web-api/scopes.ts';
import { createWorkspace } from '../../../sandbox/slack/workspace/workspace.ts';
import { type Call, holdTo } from './kept.ts';

describe('Slack’s methods change what the table says', () => {
  const workspace = createWorkspace(kumoworks);
  const { people, conversations, messages, views } = workspace;
  const manifest = readManifest();
  const scopes = createScopes(manifest.scopes);
  const triggers = createTriggers(60_000);
  const methods = webApiMethods({ workspace, socket: createSocket(0, createLine()), triggers, scopes, manifest });
  const channel = 'C0APPROVE';
  const [hello] = [messages.post(channel, { text: 'hello', blocks: [] })];
  const view = { type: 'modal', title: { type: 'plain_text', text: 'A form' }, blocks: [] };
  const modals = () => views.of({ user: 'U0AIKO' });
  const opened = (viewId?: string) => ({
    trigger_id: triggers.issue({ user: 'U0AIKO', client: undefined, ...(viewId && { view: viewId }) }),
    view,
  });
  const calls: Call[] = [
    ['auth.test'],
    ['bots.info', () => ({ bot: bot.id })],
    ['apps.connections.open'],
    ['blocks.validate', () => ({ view })],
    ['chat.postMessage', () => ({ channel, text: 'hello again' })],
    ['chat.postEphemeral', () => ({ channel, user: 'U0KEN', text: 'only you' })],
    ['chat.update', () => ({ channel, ts: hello.ts, text: 'goodbye' })],
    ['conversations.open', () => ({ users: 'U0LENA' })],
    ['conversations.info', () => ({ channel })],
    ['conversations.members', () => ({ channel })],
    ['conversations.history', () => ({ channel })],
    ['conversations.replies', () => ({ channel, ts: hello.ts })],
    ['chat.delete', () => ({ channel, ts: hello.ts })],
    ['usergroups.list'],
    ['usergroups.users.list', () => ({ usergroup: 'S0PLATFORM' })],
    ['users.info', () => ({ user: 'U0KEN' })],
    ['users.lookupByEmail', () => ({ email: 'ken@kumoworks.example' })],
    ['users.list'],
    ['views.open', () => opened()],
    ['views.push', () => opened(modals().at(-1)?.id)],
    ['views.update', () => ({ view, view_id: modals().at(-1)?.id ?? '' })],
  ];
  const snapshot = () => ({
    people: [people.list(), people.groups()],
    conversations: conversations.list(),
    messages: conversations.list().flatMap(({ id }) => [...messages.history(id), ...messages.seenBy('U0KEN', id)]),
    modals: modals(),
  });
  holdTo('slack', calls, snapshot, (name, given) => methods[name]?.run(given, 'http://localhost', tokens.bot));
});
