import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createChance } from '../../sandbox/organization/invented/chance.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { createLoad } from './actors/load.ts';
import { createPeople } from './actors/people.ts';
import type { Clocks } from './clocks.ts';
import { conduct } from './conduct.ts';
import { missing, type PutIn } from './faults/lanes.ts';
import type { Finding, RequestFacts } from './judge/facts.ts';
import { judgeAll } from './judge/verdict.ts';
import { planOf } from './plan/plan.ts';
import { requestsOf } from './plan/requests.ts';
import type { Step } from './plan/spells.ts';
import { type Bots, createBots } from './world/bots.ts';
import { createEyes } from './world/eyes.ts';
import { castOf } from './world/kumoworks.ts';
import { createWait } from './world/wait.ts';

export type Result = {
  seed: number;
  facts: RequestFacts[];
  findings: Finding[];
  putIn: PutIn[];
  /** What was planned and never happened. */
  missing: Step[];
  /** The limit came first: of who was still waiting then nothing is known. */
  isCutShort: boolean;
  bots: ReturnType<Bots['count']>;
  /** How often machines have taken something back that they could not finish. */
  undone: number;
  /** By service, how often a call has met what. */
  met: Record<string, ReturnType<World['slack']['met']>>;
  logFile: string;
};

const UNDOING = ['iam:deleteUser', 'identitystore:deleteUser', 'identitystore:deleteGroupMembership'];

/** @param limit in milliseconds, after which it is cut short */
export async function runChaos(
  { seed, minutes, newcomers, limit }: { seed: number; minutes: number; newcomers: number; limit: number },
  clocks: Clocks,
  print: (line: string) => void,
): Promise<Result> {
  const logFile = join(mkdtempSync(join(tmpdir(), 'boarding-pass-chaos-')), 'bot.log');
  const cast = castOf(newcomers);
  const world = await startWorld({ organization: cast.organization, aws: clocks.aws, logFile, logLevel: 'info' });
  const bots = createBots(world);
  try {
    const ending = new AbortController();
    const over = AbortSignal.any([ending.signal, AbortSignal.timeout(limit)]);
    const wait = createWait(over, clocks.look);
    const eyes = createEyes(world, cast.approvers[0]?.id ?? '');
    const chance = createChance(seed + 2);
    const people = createPeople(cast, chance);
    const requests = requestsOf(seed, { large: minutes > 0 });
    const load = createLoad(requests, people, { world, eyes, clocks, wait, over });

    const began = performance.now();
    const elapsed = () => performance.now() - began;
    const note = (what: string) => print(`${String(Math.round(elapsed() / 1000)).padStart(5)} s  ${what}`);
    const rest = (ms: number) => pause(ms, undefined, { signal: over }).catch(() => {});
    const isTimeOver = () => elapsed() > minutes * 60_000;
    const lanes = planOf(seed, minutes, clocks);
    const parts = { world, bots, clocks, chance, wait, rest, isTimeOver, over };
    const { putIn, isCutShort } = await conduct(lanes, load, parts, { note, end: () => ending.abort() });
    const judged = await judgeAll(load.stories, people.alone, world, eyes);
    const undone = world.aws.seen.calls().filter(({ action }) => UNDOING.includes(action)).length;
    const met = { ...world.aws.met(), slack: world.slack.met() };
    return {
      seed,
      ...judged,
      putIn,
      missing: missing(lanes, putIn),
      isCutShort,
      undone,
      bots: bots.count(),
      met,
      logFile,
    };
  } finally {
    await bots.end();
    await world.stop();
  }
}
