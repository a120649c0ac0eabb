import type { Entry } from '../../sandbox/aws/states/executions.ts';
import type { Bot } from '../../sandbox/bot-process.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { startPlain } from '../bench/bots.ts';
import { cpuOf, peakMemoryOf } from '../bench/process-figures.ts';
import { actorIn, CHANNEL, sendRequest } from '../bench/request.ts';
import { transitionsOf } from '../sandbox/aws/costs.ts';
import { type Calls, callsOfMachines, countCalls } from './calls.ts';
import type { Plan } from './plan.ts';
import { endsOf, openCards } from './requests.ts';

/** What it took to onboard everybody of a plan. Times in milliseconds. */
export type Measured = {
  profile: string;
  bots: number;
  requests: number;
  people: number;
  /** Those who have a message that tells them how to sign in. */
  told: number;
  /** From the clicks on *Approve* to the end of the last request: by the clock, and what of it the bots' processors did, and the sandbox's. */
  time: { clock: number; bots: number; sandbox: number };
  /** The most that waited in the queue at once. */
  depth: number;
  /** The most memory that one of the bots has had, in megabytes. */
  memory: number;
  calls: Calls;
  transitions: number;
  expresses: number;
};

/** Requests through the form, and all of them approved at once. */
export async function drive({ organization, wishes }: Plan, bots: number, logFile: string): Promise<Measured> {
  const world = await startWorld({ organization, logFile, logLevel: 'info' });
  // Without the sandbox's own in it, as its clock is.
  await world.bot.stop();
  const running = await Promise.all(Array.from({ length: bots }, (_, n) => startPlain(world, `${logFile}.${n}`)));
  try {
    return {
      ...(await measure(world, running, wishes)),
      profile: wishes[0]?.profile ?? '',
      bots,
      requests: wishes.length,
    };
  } finally {
    await Promise.all(running.map((bot) => bot.stop()));
    await world.stop();
  }
}

async function measure(world: World, bots: Bot[], wishes: Plan['wishes']) {
  const calls = countCalls(world);
  const before = world.aws.seen.calls().length;
  const ids: string[] = [];
  for (const wish of wishes) ids.push(await sendRequest(world, wish));
  const cards = await openCards(world, ids);

  const queue = watchQueue(world);
  const clocks = () => ({ clock: performance.now(), bots: sum(bots.map(cpuOfBot)), sandbox: sandboxCpu() });
  const began = clocks();
  const ken = actorIn(world, 'U0KEN');
  const [entries] = await Promise.all([
    endsOf(world, ids),
    ...cards.map((card) => ken.click(CHANNEL, card, 'approve')),
  ]);
  const ended = clocks();
  return {
    people: wishes.flatMap(({ people }) => people).length,
    told: entries.flatMap(({ output }) => peopleIn(output)).filter(({ status }) => status === 'told').length,
    time: { clock: ended.clock - began.clock, bots: ended.bots - began.bots, sandbox: ended.sandbox - began.sandbox },
    depth: queue.stop(),
    memory: Math.max(...bots.map(({ process: { pid } }) => peakMemoryOf(pid))),
    calls: { ...calls, ...callsOfMachines(world, before) },
    ...executionsIn(world),
  };
}

const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
const cpuOfBot = ({ process: { pid } }: Bot): number => cpuOf(pid);
/** Of this process, in which the sandbox is. */
const sandboxCpu = (): number => sum(Object.values(process.cpuUsage())) / 1000;

const peopleIn = (output = '{}'): { status: string }[] => JSON.parse(output).people ?? [];

/** How many messages there were at most. */
function watchQueue({ aws }: World): { stop(): number } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, aws.queue.size());
  }, 5);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function executionsIn({ aws }: World): { transitions: number; expresses: number } {
  const entries = aws.look.executions();
  const isExpress = ({ machine }: Entry) => machine.type === 'EXPRESS';
  return {
    transitions: sum(entries.filter((entry) => !isExpress(entry)).map(transitionsOf)),
    expresses: entries.filter(isExpress).length,
  };
}
