import type { SeenMessage } from '../../../slack/seen.ts';
import type { Slices } from '../../slices.ts';
import { dmOf } from './news.ts';
import { mailbox, type Place } from './place.ts';

export type ListedConversation = {
  id: string;
  /** With its `#`; for direct messages the other's name. */
  title: string;
  isDm: boolean;
  isPrivate: boolean;
  messages: SeenMessage[];
};

/** The current person's channels and, even while nothing was said, their direct messages with the bot. */
export function conversationsOf({ me, world }: Pick<Slices, 'me' | 'world'>): ListedConversation[] {
  const channels = me.channels.map(({ id, name, private: isPrivate, messages }) => ({
    id,
    title: `#${name}`,
    isDm: false,
    isPrivate,
    messages,
  }));
  const dm = me.dms[0] ?? { id: dmOf(me.user.id), messages: [] };
  return [...channels, { ...dm, title: world.bot.name, isDm: true, isPrivate: true }];
}

export type SettledPlace = Place & { person: string; conversation: string };

/** Where one is, also where the address does not say it or names what is not there. */
export function settle(place: Place, slices: Pick<Slices, 'me' | 'world'>): SettledPlace {
  const { person = slices.me.user.id, conversation = '' } = place;
  const open = [...conversationsOf(slices).map(({ id }) => id), mailbox];
  const isArriving = person !== slices.me.user.id;
  const isThere = isArriving || open.includes(conversation);
  return { ...place, person, conversation: isThere ? conversation : (open[0] ?? mailbox) };
}

/** Where to begin as somebody who sees these: where something is new, else where one was, else at the first. */
export function whereToBegin(
  open: string[],
  { before, isNews }: { before: string; isNews(id: string): boolean },
): string | undefined {
  return open.findLast(isNews) ?? open.find((id) => id === before) ?? open[0];
}
