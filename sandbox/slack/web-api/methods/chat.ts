import { z } from 'zod';
import { limits } from '../../block-kit/limits.ts';
import { bot } from '../../bot.ts';
import { readContent, readEdit } from '../../content.ts';
import type { Manifest } from '../../manifest.ts';
import { messageJson } from '../../message-json.ts';
import { Refusal } from '../../refusal.ts';
import type { Conversation } from '../../workspace/conversations.ts';
import type { Message } from '../../workspace/messages.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { flag, type Method, method } from '../method.ts';

const said = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
};
const where = { channel: z.string() };

export function chatMethods(workspace: Workspace, manifest: Manifest): Record<string, Method> {
  const places = createPlaces(workspace, manifest);
  return { ...saying(workspace, places), ...changing(workspace, places) };
}

const saying = ({ team, people, conversations, messages }: Workspace, places: Places): Record<string, Method> => ({
  'chat.postMessage': method({
    scopes: ['chat:write'],
    params: z.object({
      ...where,
      ...said,
      thread_ts: z.string().optional(),
      reply_broadcast: flag,
    }),
    run({ channel, thread_ts, reply_broadcast, ...rest }) {
      const { id } = places.destination(channel);
      const thread = thread_ts === undefined ? undefined : places.threadOf(id, thread_ts, reply_broadcast);
      const message = messages.post(id, readContent(rest), thread && { thread });
      return { channel: id, ts: message.ts, message: messageJson(message, team.id) };
    },
  }),

  'chat.postEphemeral': method({
    scopes: ['chat:write'],
    params: z.object({
      ...where,
      user: z.string(),
      text: said.text,
      blocks: said.blocks,
      thread_ts: z.string().optional(),
    }),
    run({ channel, user, thread_ts, ...rest }) {
      const conversation = places.destination(channel);
      const thread = thread_ts === undefined ? undefined : places.threadOf(conversation.id, thread_ts, false);
      if (!people.exists(user) || !conversations.has(conversation, user)) throw new Refusal('user_not_in_channel');
      return {
        message_ts: messages.post(conversation.id, readContent(rest, limits.updatedText), {
          onlyFor: user,
          ...(thread && { thread }),
        }).ts,
      };
    },
  }),
});

const changing = ({ team, messages }: Workspace, { existing }: Places): Record<string, Method> => ({
  'chat.update': method({
    scopes: ['chat:write'],
    params: z.object({ ...where, ts: z.string(), ...said }),
    run({ channel, ts, ...rest }) {
      const message = existing(channel, ts);
      messages.edit(message, readEdit(rest, message.content));
      return { channel, ts, text: message.content.text, message: messageJson(message, team.id) };
    },
  }),

  'chat.delete': method({
    scopes: ['chat:write'],
    params: z.object({ ...where, ts: z.string() }),
    run({ channel, ts }) {
      messages.delete(existing(channel, ts));
      return { channel, ts };
    },
  }),
});

type Places = ReturnType<typeof createPlaces>;

/** Where the bot may say something, and what it may change. */
function createPlaces({ people, conversations, messages }: Workspace, manifest: Manifest) {
  function reachable(user: string): Conversation {
    const person = people.find(user);
    if (person.bot) throw new Refusal('cannot_dm_bot');
    if (person.deleted) throw new Refusal('user_disabled');
    if (person.stranger && !conversations.shares(user)) throw new Refusal('channel_not_found');
    if (!manifest.messagesTab) throw new Refusal('messages_tab_disabled');
    return conversations.openDm(user);
  }

  /** A message that may be changed: everything here was said by the bot, but ephemeral ones are out of reach. */
  function existing(channel: string, ts: string): Message {
    const message = messages.find(conversations.forBot(channel).id, ts);
    if (message.deleted || message.onlyFor) throw new Refusal('message_not_found');
    return message;
  }

  return {
    existing,

    /** Posting to a person is posting to the DM with them, which chat:write alone may open. */
    destination(id: string): Conversation {
      const isPerson = /^[UW]/.test(id);
      if (isPerson && !people.exists(id)) throw new Refusal('channel_not_found');
      const conversation = isPerson ? reachable(id) : conversations.forBot(id);
      if (conversation.type === 'im') return reachable(conversation.with);
      if (!conversations.has(conversation, bot.user)) throw new Refusal('not_in_channel');
      return conversation;
    },

    /** A reply to a reply belongs to the same thread. */
    threadOf(channel: string, ts: string, isBroadcast: boolean): Message['thread'] {
      const parent = existing(channel, ts);
      return { ts: parent.thread?.ts ?? parent.ts, isBroadcast };
    },
  };
}
