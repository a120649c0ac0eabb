import type { Channel, Person } from '../../organization/organization.ts';
import { bot } from '../bot.ts';
import { Refusal } from '../refusal.ts';
import type { People } from './people.ts';

/** A channel, or the bot's direct messages with one person. */
export type Conversation = { id: string; name: string; shared: boolean } & (
  | { type: 'public' | 'private'; members: readonly string[] }
  | { type: 'im'; with: string }
);

export type Conversations = ReturnType<typeof createConversations>;

export function createConversations(channels: readonly Channel[], people: People) {
  const byId = new Map<string, Conversation>(channels.map((channel) => [channel.id, conversationOf(channel)]));

  /** '*' stands for the workspace's own people; the bot must be invited by name, as in Slack. */
  function has(conversation: Conversation, user: string): boolean {
    if (conversation.type === 'im') return user === conversation.with || user === bot.user;
    if (conversation.members.includes(user)) return true;
    if (!conversation.members.includes('*') || user === bot.user || !people.exists(user)) return false;
    const person = people.find(user);
    return !person.deleted && !person.stranger;
  }

  function openDm(user: string): Conversation {
    const id = dmId(user);
    const dm = byId.get(id) ?? { id, name: 'directmessage', shared: false, type: 'im', with: user };
    byId.set(id, dm);
    return dm;
  }

  function find(id: string): Conversation {
    const conversation = byId.get(id);
    if (!conversation) throw new Refusal('channel_not_found');
    return conversation;
  }

  return {
    has,
    openDm,

    /** As the bot sees it: a private channel that it is not in does not exist. */
    forBot(id: string): Conversation {
      const conversation = find(id);
      if (conversation.type === 'private' && !has(conversation, bot.user)) throw new Refusal('channel_not_found');
      return conversation;
    },

    /** As a person sees it; the app's own messages tab is there before anything was said. */
    forPerson(person: Person, id: string): Conversation {
      if (id === dmId(person.id)) return openDm(person.id);
      const conversation = find(id);
      if (!has(conversation, person.id)) throw new Refusal('channel_not_found');
      return conversation;
    },

    list: (): Conversation[] => [...byId.values()],

    of: (person: Person): Conversation[] => [...byId.values()].filter((one) => has(one, person.id)),

    members(conversation: Conversation): string[] {
      const candidates = [...people.list().map(({ id }) => id), bot.user];
      return [...new Set(candidates)].filter((id) => has(conversation, id));
    },

    /** Does the bot meet this person anywhere? People of other workspaces it knows only so. */
    shares: (user: string): boolean =>
      [...byId.values()].some((one) => one.type !== 'im' && has(one, user) && has(one, bot.user)),
  };
}

const conversationOf = ({ id, name, shared, members, private: hidden }: Channel): Conversation => ({
  id,
  name,
  shared: shared ?? false,
  type: hidden ? 'private' : 'public',
  members,
});

const dmId = (user: string): string => `D${user.slice(1)}`;
