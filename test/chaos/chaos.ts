import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createChance } from '../../sandbox/invented/chance.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { createLoad } from './actors/load.ts';
import { createPeople } from './actors/people.ts';
import type { Story } from './actors/story.ts';
import type { Clocks } from './clocks.ts';
import { missing, type PutIn, runLane } from './faults/lanes.ts';
import type { Finding, RequestFacts } from './judge/facts.ts';
import { judge } from './judge/judge.ts';
import { look } from './judge/look.ts';
import { planOf } from './plan/plan.ts';
import { requestsOf } from './plan/requests.ts';
import { nameOf, type Step } from './plan/spells.ts';
import { activityIn } from './world/activity.ts';
import { type Bots, createBots } from './world/bots.ts';
import { createEyes } from './world/eyes.ts';
import { castOf } from './world/kumoworks.ts';
import { createWait } from './world/wait.ts';

type Met = ReturnType<World['slack']['met']>;

export type Result = {
  seed: number;
  facts: RequestFacts[];
  findings: Finding[];
  putIn: PutIn[];
  /** What was planned and never happened. */
  missing: Step[];
  bots: ReturnType<Bots['count']>;
  /** The limit came first: who was still waiting then says nothing. */
  isCutShort: boolean;
  /** By service, how often a call has met what. */
  met: Record<string, Met>;
  logFile: string;
};

/** Requests go on and on while everything happens to them that a seed plans; then all that anybody can see is judged. */
export async function runChaos(
  { seed, minutes, newcomers, limit }: { seed: number; minutes: number; newcomers: number; limit: number },
  clocks: Clocks,
  tell: (line: string) => void,
): Promise<Result> {
  const logFile = join(mkdtempSync(join(tmpdir(), 'boarding-pass-chaos-')), 'bot.log');
  const cast = castOf(newcomers);
  const world = await startWorld({ organization: cast.organization, aws: clocks.aws, logFile, logLevel: 'info' });
  const bots = createBots(world);
  const ending = new AbortController();
  const over = AbortSignal.any([ending.signal, AbortSignal.timeout(limit)]);
  const wait = createWait(over, clocks.look);
  const eyes = createEyes(world, cast.approvers[0]?.id ?? '');
  const stage = { world, eyes, clocks, wait, over };
  const chance = createChance(seed + 2);
  const load = createLoad(requestsOf(seed, { large: minutes > 0 }), createPeople(cast, chance), stage);

  const lanes = planOf(seed, minutes, clocks);
  const putIn: PutIn[] = [];
  const began = performance.now();
  const note = (what: string) =>
    tell(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${what}`);
  const noteDone = (done: PutIn) => {
    putIn.push(done);
    note(`${nameOf(done.spell)}: ${done.times}`);
  };
  const rest = (ms: number) => pause(ms, undefined, { signal: over }).catch(() => {});
  const isTimeOver = () => performance.now() - began > minutes * 60_000;
  const parts = { world, bots, clocks, chance, wait, rest, isTimeOver, over };
  const enough = new AbortController();
  const working = load.run(enough.signal);
  await Promise.all(lanes.map((lane) => runLane(lane, parts, noteDone)));
  enough.abort();
  note('everything is back: whoever still waits is served');

  await bots.scale(2);
  await Promise.race([working.then(load.rest), untilQuiet()]);
  const isCutShort = over.aborted;
  ending.abort();
  await working;
  await load.rest();
  note('all is over');
  await bots.end();
  const facts: RequestFacts[] = [];
  for (const story of load.stories) if (story.id !== undefined) facts.push(await look(story, story.id, world, eyes));
  note('everything was looked at');
  const findings = [...facts.flatMap(judge), ...load.stories.filter(isUnsent).map(unsent)];
  await world.stop();
  const met = { ...world.aws.met(), slack: world.slack.met() };
  return { seed, facts, findings, putIn, missing: missing(lanes, putIn), bots: bots.count(), isCutShort, met, logFile };

  /** Nothing happens any more, although not everybody is done. */
  async function untilQuiet(): Promise<void> {
    let [last, since] = ['', 0];
    await wait(() => {
      const now = activityIn(world);
      if (now !== last) [last, since] = [now, performance.now()];
      return performance.now() - since > clocks.quiet;
    });
  }
}

const isUnsent = ({ id }: Story): boolean => id === undefined;

const unsent = ({ requester }: Story): Finding => ({
  cell: 'hanging',
  request: 'a form',
  who: requester.id,
  what: 'could not be sent though everything was there again',
});
