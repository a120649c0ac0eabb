import type { Measured } from './drive.ts';

/** How much more a person may cost in a larger run: counts hardly anything, times what a machine's noise is. */
const COUNTS_MAY = 1.05;
const TIMES_MAY = 1.25;
/** Memory may not follow the work: so much more where there is sixteen times as much of it. */
const MEMORY_MAY = 1.5;

type Figure = { name: string; of(run: Measured): number; may: number };

const perPerson =
  (of: Figure['of']): Figure['of'] =>
  (run) =>
    of(run) / run.people;

/** What grows faster than the work from one run to a larger one, a line each. */
export function growthIn(runs: Measured[]): string[] {
  return runs.slice(1).flatMap((larger, n) => {
    const smaller = runs[n];
    return smaller ? figuresOf(larger).flatMap((figure) => compare(figure, smaller, larger)) : [];
  });
}

function figuresOf({ calls }: Measured): Figure[] {
  const services = Object.keys(calls).map(
    (service): Figure => ({
      name: `calls of ${service} a person`,
      of: perPerson((run) => callsOf(run, service)),
      may: COUNTS_MAY,
    }),
  );
  return [
    ...services,
    { name: 'transitions a person', of: perPerson(({ transitions }) => transitions), may: COUNTS_MAY },
    { name: 'messages that wait at once, a person', of: perPerson(({ depth }) => depth), may: TIMES_MAY },
    { name: 'processor time of the bots a person, in ms', of: perPerson(({ time }) => time.bots), may: TIMES_MAY },
    {
      name: 'time by the clock beyond the sandbox’s own a person, in ms',
      of: perPerson(({ time }) => Math.max(0, time.clock - time.sandbox)),
      may: 2,
    },
    { name: 'memory of a bot, in MB', of: ({ memory }) => memory, may: MEMORY_MAY },
  ];
}

/** All calls of a service; what is counted by operation is counted in all, too. */
export function callsOf({ calls }: Measured, service: string): number {
  const { 'in all': all, ...operations } = calls[service] ?? {};
  return all ?? Object.values(operations).reduce((sum, count) => sum + count, 0);
}

function compare({ name, of, may }: Figure, smaller: Measured, larger: Measured): string[] {
  const [before, after] = [of(smaller), of(larger)];
  if (!(after > before * may)) return [];
  return [`${name}: ${before.toFixed(2)} with ${smaller.people} people, ${after.toFixed(2)} with ${larger.people}`];
}
