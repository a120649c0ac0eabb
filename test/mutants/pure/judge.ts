import type { Tried } from './report.ts';

/** What may live, file by file: each change with why. */
export type MayLive = Record<string, Record<string, string>>;

/** So many of a hundred changes the tests have to notice, in each room. */
export const GOAL = 95;

/**
 * What is to be told of a run: nothing where all is well.
 * @param goal how many of a hundred have to be noticed, 0 where not all of a room was tried
 */
export function complaintsOf(tried: Tried[], mayLive: MayLive, goal: number): string[] {
  const isExcepted = ({ file, change }: Tried) => Object.hasOwn(mayLive[file] ?? {}, change);
  const files = new Set(tried.map(({ file }) => file));
  const gone = Object.entries(mayLive).flatMap(([file, changes]) =>
    Object.keys(changes)
      .filter((change) => files.has(file) && !tried.some((each) => each.file === file && each.change === change))
      .map((change) => `${file}: ${change}`),
  );
  return [
    ...tried.filter((each) => !each.isKilled && !isExcepted(each)).map((each) => `No test misses ${told(each)}`),
    ...tried
      .filter((each) => each.isKilled && isExcepted(each))
      .map((each) => `No exception any more, a test misses it: ${told(each)}`),
    ...gone.map((name) => `No exception any more, it is not there: ${name}`),
    ...figuresOf(tried)
      .filter(({ share }) => share < goal)
      .map(({ room, share }) => `${room}: ${share.toFixed(1)} % is below ${goal} %`),
  ];
}

/** Room by room how much was noticed. */
export function figuresOf(tried: Tried[]): { room: string; killed: number; all: number; share: number }[] {
  const rooms = Map.groupBy(tried, ({ file }) => file.split('/').slice(0, 2).join('/'));
  return [...rooms].map(([room, each]) => {
    const killed = each.filter(({ isKilled }) => isKilled).length;
    return { room, killed, all: each.length, share: (100 * killed) / each.length };
  });
}

const told = ({ file, change }: Tried): string => `${file}: ${change}`;
