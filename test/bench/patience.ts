import { post } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import type { Shown } from '../../sandbox/slack/seen.ts';
import type { Measured } from './bots.ts';
import type { Figure } from './figures.ts';
import { isVisible, type Made, watchSlowly } from './slow-slack.ts';

type Press = { user: string; what: string; actionId?: string; value?: string };

/** In this order: some need what others leave behind. Maria has asked for Yuki; Ken may approve, and Hiro may not. */
const BEFORE_THE_END: Press[] = [
  { what: '`/onboard`', user: 'U0LENA' },
  { what: 'another kind of access', user: 'U0LENA', actionId: 'profile', value: 'engineering' },
  { what: '*Approve*, refused', user: 'U0HIRO', actionId: 'approve' },
  { what: '*Deny*', user: 'U0KEN', actionId: 'deny' },
  { what: '*Approve*', user: 'U0KEN', actionId: 'approve' },
];
const AFTERWARDS: Press = { what: '*Show temporary password*', user: 'U0YUKI', actionId: 'show-password' };

/** Between a click and what it changes before somebody's eyes: the calls of Slack that are waited for, by a bot that has just been started and knows nobody. */
export async function measurePatience(measured: Measured): Promise<Figure[]> {
  const figures = [await measureJudging(measured)];
  for (const press of BEFORE_THE_END) figures.push(await measurePress(measured, press));
  await finish(measured);
  return [...figures, await measurePress(measured, AFTERWARDS)];
}

async function measurePress(measured: Measured, press: Press): Promise<Figure> {
  const bot = await measured.startAgain();
  const made = await watched(measured, press);
  await bot.stop();
  // What it leaves behind the next one goes on with at once.
  measured.world.aws.giveBack();
  const [seen] = made.slice(-1);
  const calls = made.map(({ method }) => method).join(', ');
  return {
    what: `${press.what}: calls to Slack before anything is to be seen, one after the other (${calls})`,
    goal: '≤ 1',
    is: String(seen?.before),
  };
}

/** A click that is judged, by a bot that knows who clicks. */
async function measureJudging(measured: Measured): Promise<Figure> {
  const bot = await measured.startAgain();
  const refused: Press = { what: 'refused', user: 'U0MARIA', actionId: 'approve' };
  await watched(measured, refused);
  const made = await watched(measured, refused);
  await bot.stop();
  const judging = made.slice(0, -1);
  const how = judging.every(({ before }) => before === 0) ? 'side by side' : 'one after the other';
  return { what: 'a click that is judged: calls to Slack', goal: '2, side by side', is: `${judging.length}, ${how}` };
}

/** What is asked of Slack from a click on, up to the first call that shows something. */
async function watched({ world }: Measured, { user, what, ...press }: Press): Promise<Made[]> {
  const { made, stop } = watchSlowly(world);
  const act = press.actionId ? 'click' : 'command';
  const at = press.actionId ? press : { command: what.replaceAll('`', ''), channel: 'C0GENERAL' };
  const { error } = await post<Shown>(`${world.url}/act/${act}`, { user, ...at });
  if (error) throw new Error(`${what}: ${error}`);
  await until('something to see', () => made.some(isVisible));
  stop();
  return made.slice(0, made.findIndex(isVisible) + 1);
}

async function finish({ startAgain, world }: Measured): Promise<void> {
  const bot = await startAgain();
  await until('the end', () => world.aws.look.executions().every(({ status }) => status !== 'RUNNING'));
  await bot.stop();
}
