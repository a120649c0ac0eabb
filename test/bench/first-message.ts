import { until } from '../../sandbox/acting/until.ts';
import type { World } from '../../sandbox/world.ts';
import type { Measured } from './bots.ts';
import { type Figure, ms, percentile } from './figures.ts';
import { actorIn, CHANNEL, DEV, endOf, newcomersIn, openCard, sendRequest } from './request.ts';

const REQUESTS = 40;

/** From the click on *Approve* to the direct message of the new person, one request after the other; what the sandbox's machines take is in it. */
export async function measureFirstMessage({ world }: Measured): Promise<Figure[]> {
  const durations: number[] = [];
  for (const person of newcomersIn(world).slice(0, REQUESTS)) durations.push(await toFirstMessage(world, person));
  const middle = ms(percentile(durations, 0.5));
  const what = `from *Approve* to the first direct message, the sandbox’s machines included: p99 (p50 ${middle})`;
  return [{ what, goal: '', is: ms(percentile(durations, 0.99)) }];
}

async function toFirstMessage(world: World, person: string): Promise<number> {
  const id = await sendRequest(world, { requester: 'U0AIKO', profile: 'developer', accounts: [DEV], people: [person] });
  const card = await openCard(world, id);
  const newcomer = actorIn(world, person);
  const clicked = Date.now();
  await actorIn(world, 'U0KEN').click(CHANNEL, card, 'approve');
  const { ts } = await until('the message', async () => (await newcomer.dm()).messages[0]);
  await endOf(world, id);
  // A message's id is when it was posted, in seconds.
  return Number(ts) * 1000 - clicked;
}
