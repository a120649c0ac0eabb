import type { ActivitySlice, ExecutionSlice, PersonSlice, WorldSlice } from '../../slices.ts';
import { isCheck } from '../aws/execution-groups.ts';

/** How much of what was said somebody was shown, by person and conversation. */
export type Seen = Readonly<Record<string, Said>>;

/** How much was said in a conversation as far as a person sees it, and how much of it to them: directly, or by a mention. */
export type Said = { all: number; toThem: number };

export const seenKey = (person: string, conversation: string): string => `${person} ${conversation}`;

/** The id of somebody's direct messages with the bot. */
export const dmOf = (person: string): string => `D${person.slice(1)}`;

/** What somebody has not been shown yet. A number stands for what was said to them; the rest makes no noise, as in Slack. */
export type News = {
  said(person: string, conversation: string): Said;
  in(person: string, conversation: string): Said;
  /** What was said to them, everywhere. */
  of(person: PersonSlice): number;
};

export function createNews(activity: ActivitySlice[], { channels }: Pick<WorldSlice, 'channels'>, seen: Seen): News {
  const places = new Map(activity.map((place) => [seenKey(place.onlyFor ?? '', place.channel), place]));

  const said = (person: string, conversation: string): Said => {
    const toAll = places.get(seenKey('', conversation));
    const toOne = places.get(seenKey(person, conversation))?.count ?? 0;
    return { all: (toAll?.count ?? 0) + toOne, toThem: (toAll?.mentions[person] ?? 0) + toOne };
  };
  const newIn = (person: string, conversation: string): Said => {
    const now = said(person, conversation);
    const before = seen[seenKey(person, conversation)];
    return {
      all: Math.max(0, now.all - (before?.all ?? 0)),
      toThem: Math.max(0, now.toThem - (before?.toThem ?? 0)),
    };
  };

  return {
    said,
    in: newIn,
    of: (person) =>
      openTo(person, channels)
        .map((conversation) => newIn(person.id, conversation).toThem)
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

/** How many executions began since a moment, and when the latest did. That the bot checks what it needs is no news. */
export function executionNews(executions: ExecutionSlice[], since: number): { count: number; latest: number } {
  const starts = executions.filter((one) => !isCheck(one)).map(({ startDate }) => Date.parse(startDate));
  return { count: starts.filter((start) => start > since).length, latest: Math.max(0, ...starts) };
}
