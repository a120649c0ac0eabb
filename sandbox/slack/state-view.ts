import { Hono } from 'hono';
import { bot } from './bot.ts';
import { viewJson } from './view-json.ts';
import { asShown } from './workspace/fields.ts';
import type { Message } from './workspace/messages.ts';
import type { PersonAt } from './workspace/people.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What a person has before them: their modals (top one last), channels and direct messages, with the newest messages of each. */
export function stateOf(
  { conversations, messages, views, team }: Workspace,
  person: PersonAt,
  newest = Number.POSITIVE_INFINITY,
) {
  const { id, name, realName, locale } = person;
  const mine = conversations.of(person).map((conversation) => ({
    conversation,
    messages: messages.seenBy(id, conversation.id).slice(-newest).map(shown),
  }));
  return {
    user: { id, name, realName, locale },
    modals: views
      .of({ user: id, client: person.client })
      .map((view) => viewJson({ ...view, content: asShown(view.content, view.fields) }, team)),
    channels: mine.flatMap(({ conversation: { id, name, type }, messages }) =>
      type === 'im' ? [] : [{ id, name, private: type === 'private', messages }],
    ),
    dms: mine.flatMap(({ conversation, messages }) =>
      conversation.type === 'im' ? [{ id: conversation.id, with: bot.user, messages }] : [],
    ),
  };
}

export function stateRoutes(workspace: Workspace): Hono {
  const { people } = workspace;
  return new Hono()
    .get('/state', (c) => c.json(stateOf(workspace, people.find(c.req.query('as') ?? ''))))
    .get('/people', (c) => c.json(people.list().filter(({ id }) => id !== bot.user)));
}

const shown = ({ ts, content, editedAt, onlyFor, thread }: Message) => ({
  ts,
  user: bot.user,
  username: bot.name,
  text: content.text,
  blocks: content.blocks,
  ...(content.metadata && { metadata: content.metadata }),
  ...(thread && { thread_ts: thread.ts, ...(thread.isBroadcast && { broadcast: true as const }) }),
  // Of a message of blocks Slack does not show it: https://docs.slack.dev/reference/methods/chat.update
  ...(editedAt && content.blocks.length === 0 && { edited: { user: bot.user, ts: editedAt } }),
  ...(onlyFor && { ephemeral: true as const }),
});
