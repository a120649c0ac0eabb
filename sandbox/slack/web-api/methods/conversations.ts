import { z } from 'zod';
import { bot } from '../../bot.ts';
import { messageJson } from '../../message-json.ts';
import { Refusal } from '../../refusal.ts';
import type { Conversation } from '../../workspace/conversations.ts';
import type { Message } from '../../workspace/messages.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { count, flag, type Method, method } from '../method.ts';
import { pageOf } from '../pages.ts';
import type { Scopes } from '../scopes.ts';

/** The scope's first word depends on what kind of conversation it is. */
const family = { public: 'channels', private: 'groups', im: 'im' } as const;

/** What is asked of messages that were said. */
const reading = {
  channel: z.string(),
  include_all_metadata: flag,
  inclusive: flag,
  latest: z.string().default('9'.repeat(17)),
  oldest: z.string().default('0'),
  limit: count(100, 999),
  cursor: z.string().default(''),
};
type Reading = Omit<z.output<z.ZodObject<typeof reading>>, 'channel'>;

export const conversationsMethods = (workspace: Workspace, scopes: Scopes): Record<string, Method> => ({
  ...aboutConversations(workspace, scopes),
  ...aboutMessages(workspace, scopes),
});

function lookAt({ conversations }: Workspace, scopes: Scopes, id: string, right: 'read' | 'history'): Conversation {
  const conversation = conversations.forBot(id);
  scopes.need(`${family[conversation.type]}:${right}`);
  return conversation;
}

function aboutConversations(workspace: Workspace, scopes: Scopes): Record<string, Method> {
  const { people, conversations } = workspace;
  return {
    'conversations.open': method({
      scopes: ['im:write'],
      params: z.object({ users: z.string(), return_im: flag }),
      run({ users, return_im }) {
        const person = people.find(users);
        if (person.bot) throw new Refusal('cannot_dm_bot');
        if (person.deleted) throw new Refusal('user_disabled');
        const dm = conversations.openDm(users);
        return { channel: return_im ? conversationJson(workspace, dm) : { id: dm.id } };
      },
    }),

    'conversations.info': method({
      params: z.object({ channel: z.string(), include_num_members: flag }),
      run({ channel, include_num_members }) {
        const conversation = lookAt(workspace, scopes, channel, 'read');
        const number = include_num_members && { num_members: conversations.members(conversation).length };
        return { channel: { ...conversationJson(workspace, conversation), ...number } };
      },
    }),

    'conversations.members': method({
      params: z.object({ channel: z.string(), limit: count(100, 1000), cursor: z.string().default('') }),
      run({ channel, limit, cursor }) {
        const members = conversations.members(lookAt(workspace, scopes, channel, 'read'));
        const { page, next_cursor } = pageOf(members, limit, cursor);
        return { members: page, response_metadata: { next_cursor } };
      },
    }),
  };
}

function aboutMessages(workspace: Workspace, scopes: Scopes): Record<string, Method> {
  const { team, conversations, messages } = workspace;
  function insideOf(id: string): Conversation {
    const conversation = lookAt(workspace, scopes, id, 'history');
    if (!conversations.has(conversation, bot.user)) throw new Refusal('not_in_channel');
    return conversation;
  }

  return {
    'conversations.history': method({
      params: z.object(reading),
      run: ({ channel, ...asked }) => readOf(messages.history(insideOf(channel).id), asked, team.id),
    }),

    'conversations.replies': method({
      params: z.object({ ...reading, ts: z.string() }),
      run({ channel, ts, ...asked }) {
        const [first, ...replies] = messages.thread(insideOf(channel).id, ts);
        if (first?.ts !== ts) throw new Refusal('thread_not_found');
        return readOf(replies, asked, team.id, [first]);
      },
    }),
  };
}

/** @param always what is told besides, whenever it was said */
function readOf(said: Message[], asked: Reading, team: string, always: Message[] = []) {
  const { include_all_metadata, inclusive, latest, oldest, limit, cursor } = asked;
  const within = (ts: number): boolean =>
    inclusive ? ts >= Number(oldest) && ts <= Number(latest) : ts > Number(oldest) && ts < Number(latest);
  const found = [...always, ...said.filter(({ ts }) => within(Number(ts)))];
  const { page, next_cursor } = pageOf(found, limit, cursor);
  return {
    messages: page.map((message) => {
      const { metadata, ...json } = messageJson(message, team);
      if (!metadata) return json;
      return { ...json, metadata: include_all_metadata ? metadata : { event_type: metadata.event_type } };
    }),
    has_more: next_cursor !== '',
    response_metadata: { next_cursor },
  };
}

function conversationJson({ team, conversations }: Workspace, conversation: Conversation) {
  const { id, type, shared } = conversation;
  if (conversation.type === 'im') return { id, is_im: true, user: conversation.with, is_open: true };
  return {
    id,
    name: conversation.name,
    is_channel: type === 'public',
    is_group: type === 'private',
    is_im: false,
    is_mpim: false,
    is_private: type === 'private',
    is_archived: false,
    is_member: conversations.has(conversation, bot.user),
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    context_team_id: team.id,
  };
}
