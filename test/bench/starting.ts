import type { Measured } from './bots.ts';
import { type Figure, median, ms, timed, times } from './figures.ts';

const STARTS = 7;

/** From the start of the process to its `ready`, in turns with a bare Bolt app. */
export async function measureStart(ours: Measured, bare: Measured): Promise<Figure[]> {
  const durations = { ours: [] as number[], bare: [] as number[] };
  for (let n = 0; n < STARTS; n++) {
    durations.ours.push(await startOf(ours));
    durations.bare.push(await startOf(bare));
  }
  const [mine, theirs] = [median(durations.ours), median(durations.bare)];
  return [
    {
      what: `start to \`ready\` (${ms(mine)}) beside bare Bolt (${ms(theirs)})`,
      goal: '≤ 1.3×',
      is: times(mine / theirs),
    },
  ];
}

async function startOf({ startAgain }: Measured): Promise<number> {
  let stop = async () => {};
  const duration = await timed(async () => {
    ({ stop } = await startAgain());
  });
  await stop();
  return duration;
}
