import type { Load } from './actors/load.ts';
import { type PutIn, runLane } from './faults/lanes.ts';
import type { Parts } from './faults/parts.ts';
import { type Lane, nameOf } from './plan/spells.ts';
import { activityIn } from './world/activity.ts';

/** As in production, once nothing is put in any more. */
const BOTS_IN_THE_END = 2;

/** Requests go on and on while everything happens that is planned; then everybody may come to their end. */
export async function conduct(
  lanes: Lane[],
  load: Load,
  parts: Parts,
  { note, end }: { note(what: string): void; end(): void },
): Promise<{ putIn: PutIn[]; isCutShort: boolean }> {
  const { bots, over } = parts;
  const putIn: PutIn[] = [];
  const tell = (done: PutIn) => {
    putIn.push(done);
    note(`${nameOf(done.spell)}: ${done.times}`);
  };
  const enough = new AbortController();
  const working = load.run(enough.signal);
  await Promise.all(lanes.map((lane) => runLane(lane, parts, tell)));
  enough.abort();
  note('everything is back: whoever still waits is served');

  await bots.scale(BOTS_IN_THE_END);
  await Promise.race([working.then(load.rest), untilQuiet(parts)]);
  const isCutShort = over.aborted;
  end();
  await working;
  await load.rest();
  // Whatever they have in hand they bring to its end, so that nothing comes after it was looked at.
  await bots.end();
  note('all is over');
  return { putIn, isCutShort };
}

/** Nothing happens any more, although not everybody is done. */
async function untilQuiet({ world, wait, clocks }: Parts): Promise<void> {
  let [last, since] = ['', 0];
  await wait(() => {
    const now = activityIn(world);
    if (now !== last) [last, since] = [now, performance.now()];
    return performance.now() - since > clocks.quiet;
  });
}
