import { setTimeout as pause } from 'node:timers/promises';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import type { World } from '../../sandbox/world.ts';
import { type Measured, TYPED } from './bots.ts';
import { type Figure, median, ms, percentile, times } from './figures.ts';
import { cpuOf } from './process-figures.ts';
import { CHANNEL } from './request.ts';

const WARM_UP = 600;
const ROUNDS = 15;
const ACTS = 100;
const AT_ONCE = 8;
/** So long a bot may still have to do with the last answers, which it is charged for. */
const AFTERWARDS_MS = 25;
const AFTER_START_MS = 2_000;
const IDLE_MS = 4_000;

type Act = () => Promise<unknown>;
type Prepare = (measured: Measured) => Promise<Act> | Act;

/** What an act costs the bot's own process, and how fast it is, beside a bare Bolt app; they take turns, so that a noisy machine disturbs both. */
export async function measureSideBySide(ours: Measured, bare: Measured): Promise<Figure[]> {
  const acts: Record<string, Prepare> = {
    '`/onboard`': opensForm,
    'type-ahead over the accounts': suggests,
    'a click that is refused': isRefused,
  };
  const [mine, theirs] = [await withIdle(ours), await withIdle(bare)];
  const idle = {
    what: `CPU a second while nobody does anything (a bare Bolt app: ${ms(theirs.idle * 1000)})`,
    goal: '',
    is: ms(mine.idle * 1000),
  };
  const figures: Figure[] = [idle];
  for (const [what, prepare] of Object.entries(acts))
    figures.push(...compare(what, await takeTurns({ ours: mine, bare: theirs }, prepare)));
  return figures;
}

/** What a bot costs a millisecond all by itself, polls and all: no act is charged for it, however long a busy machine takes. */
type Idling = Measured & { idle: number };

async function withIdle(measured: Measured): Promise<Idling> {
  const { pid } = measured.bot.process;
  await pause(AFTER_START_MS);
  const [began, before] = [performance.now(), cpuOf(pid)];
  await pause(IDLE_MS);
  return { ...measured, idle: (cpuOf(pid) - before) / (performance.now() - began) };
}

type Round = { cpu: number; perSecond: number; durations: number[] };
type Pair = { ours: Round; bare: Round };

async function takeTurns(pair: Record<keyof Pair, Idling>, prepare: Prepare): Promise<Pair[]> {
  const [mine, theirs] = [await prepare(pair.ours), await prepare(pair.bare)];
  await round(pair.ours, mine, WARM_UP);
  await round(pair.bare, theirs, WARM_UP);
  const rounds: Pair[] = [];
  for (let n = 0; n < ROUNDS; n++)
    rounds.push({ ours: await round(pair.ours, mine), bare: await round(pair.bare, theirs) });
  return rounds;
}

async function round({ bot, idle }: Idling, act: Act, acts = ACTS): Promise<Round> {
  const durations: number[] = [];
  let left = acts;
  const [began, before] = [performance.now(), cpuOf(bot.process.pid)];
  const person = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await act();
      durations.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  const perSecond = acts / ((performance.now() - began) / 1000);
  await pause(AFTERWARDS_MS);
  const spent = cpuOf(bot.process.pid) - before - idle * (performance.now() - began);
  return { cpu: spent / acts, perSecond, durations };
}

function compare(what: string, rounds: Pair[]): Figure[] {
  const middle = (of: 'cpu' | 'perSecond') => median(rounds.map(({ ours, bare }) => ours[of] / bare[of]));
  const cpuOfOne = (who: keyof Pair) => ms(median(rounds.map((each) => each[who].cpu)));
  const p99 = (who: keyof Pair) =>
    percentile(
      rounds.flatMap((each) => each[who].durations),
      0.99,
    );
  return [
    {
      what: `${what}: CPU (${cpuOfOne('ours')}) beside bare Bolt (${cpuOfOne('bare')})`,
      goal: '≤ 1.15×',
      is: times(middle('cpu')),
    },
    { what: `${what}: throughput beside bare Bolt`, goal: '≥ 0.9×', is: times(middle('perSecond')) },
    {
      what: `${what}: p99 (${ms(p99('ours'))}) beside bare Bolt (${ms(p99('bare'))})`,
      goal: '≤ 1.2×',
      is: times(p99('ours') / p99('bare')),
    },
  ];
}

const opensForm = ({ world }: Measured): Act =>
  untilCalled(world, 'views.open', () => actAs(world.url, 'U0AIKO').command());

async function suggests({ world }: Measured): Promise<Act> {
  const lena = actAs(world.url, 'U0LENA');
  await lena.command();
  const { id } = await until('the form', () => lena.modal());
  return () => lena.suggest(id, TYPED);
}

const isRefused = ({ world, card }: Measured): Act =>
  untilCalled(world, 'chat.postEphemeral', () => actAs(world.url, 'U0MARIA').click(CHANNEL, card, 'approve'));

/** An act that is over when the bot has called this method of Slack: what it does after its ack is what somebody waits for. */
function untilCalled({ slack }: World, method: string, act: Act): Act {
  const waiting: (() => void)[] = [];
  slack.disturb({
    only: [method],
    // Asked at each call, and never meets anything.
    random() {
      waiting.shift()?.();
      return 1;
    },
  });
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    await Promise.all([act(), promise]);
  };
}
