import { startWorld, type World } from '../../sandbox/world.ts';
import { startPlain } from '../bench/bots.ts';
import { memoryOf } from '../bench/process-figures.ts';
import { actorIn, CHANNEL, sendRequest, type Wish } from '../bench/request.ts';
import { planOf } from './plan.ts';
import { endsOf, openCards } from './requests.ts';

export type Endured = { requests: number; early: number; late: number };

/** How much more memory a bot may have after all requests than after a tenth of them. */
const MAY = 1.05;

/** Requests for one person each, a few at a time, all by the same bot: its memory after a tenth of them, and after all. */
export async function endure(requests: number, seed: number, logFile: string): Promise<Endured> {
  const { organization, wishes } = planOf({ seed, requests, people: 1, profile: 'developer' });
  const world = await startWorld({ organization, logFile, logLevel: 'info' });
  await world.bot.stop();
  const bot = await startPlain(world, logFile);
  const begin = wishes.slice(0, requests / 10);
  await inLanes(begin, world);
  const early = memoryOf(bot.process.pid);
  await inLanes(wishes.slice(begin.length), world);
  const late = memoryOf(bot.process.pid);
  await bot.stop();
  await world.stop();
  return { requests, early, late };
}

/** Whoever asks waits for the end of a request before they send the next. */
async function inLanes(wishes: Wish[], world: World): Promise<void> {
  const lanes = Map.groupBy(wishes, ({ requester }) => requester);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const wish of lane) await onboard(wish, world);
    }),
  );
}

async function onboard(wish: Wish, world: World): Promise<void> {
  const id = await sendRequest(world, wish);
  const [card = ''] = await openCards(world, [id]);
  await actorIn(world, 'U0KEN').click(CHANNEL, card, 'approve');
  await endsOf(world, [id]);
}

export const isLeaking = ({ early, late }: Endured): boolean => late > early * MAY;

export const reportEndured = ({ requests, early, late }: Endured): string =>
  `memory of the bot after ${requests / 10} requests ${Math.round(early)} MB, after ${requests} ${Math.round(late)} MB: ${((late / early - 1) * 100).toFixed(1)} % more   goal < 5 %`;
