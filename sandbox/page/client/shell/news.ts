import type { ActivitySlice, PersonSlice, WorldSlice } from '../../slices.ts';

/** How much of what was said somebody was shown, by person and conversation. */
export type Seen = Readonly<Record<string, number>>;

export const seenKey = (person: string, conversation: string): string => `${person} ${conversation}`;

/** The id of somebody's direct messages with the bot. */
export const dmOf = (person: string): string => `D${person.slice(1)}`;

/** What somebody has not been shown yet. */
export type News = {
  /** How much was said in a conversation, as far as a person sees it. */
  said(person: string, conversation: string): number;
  in(person: string, conversation: string): number;
  of(person: PersonSlice): number;
};

export function createNews(activity: ActivitySlice[], { channels }: Pick<WorldSlice, 'channels'>, seen: Seen): News {
  const counts = new Map(activity.map(({ channel, onlyFor = '', count }) => [seenKey(onlyFor, channel), count]));
  const said = (person: string, conversation: string): number =>
    (counts.get(seenKey('', conversation)) ?? 0) + (counts.get(seenKey(person, conversation)) ?? 0);
  const newIn = (person: string, conversation: string): number =>
    Math.max(0, said(person, conversation) - (seen[seenKey(person, conversation)] ?? 0));

  return {
    said,
    in: newIn,
    of: (person) =>
      openTo(person, channels)
        .map((conversation) => newIn(person.id, conversation))
        .reduce((sum, count) => sum + count, 0),
  };
}

/** The conversations that somebody sees. */
export function openTo(person: PersonSlice, channels: WorldSlice['channels']): string[] {
  return [...channels.filter(({ members }) => sees(person, members)).map(({ id }) => id), dmOf(person.id)];
}

function sees({ id, kind }: PersonSlice, members: string[]): boolean {
  return members.includes(id) || (members.includes('*') && kind !== 'deactivated' && kind !== 'stranger');
}
