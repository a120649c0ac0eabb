import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { createMetrics } from '../../src/watch/metrics.ts';
import { mustHold } from '../../src/worker/held.ts';
import type { Task, Tasks } from '../../src/worker/task.ts';
import { createWorker } from '../../src/worker/worker.ts';
import { createWorkflow } from '../../src/workflow/client.ts';
import { request, startAws } from '../sandbox/aws/world.ts';

/** A local AWS, and as many workers as a test wants, which do the first task of each request. */
async function startWorkers(does: Task<unknown>, visibilityTimeout = 1) {
  const aws = await startAws({ visibilityTimeout });
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const stop = new AbortController();
  const working: Promise<void>[] = [];
  onTestFinished(async () => {
    stop.abort();
    await Promise.all(working);
  });
  const workflow = createWorkflow({ sfn: aws.sfn, once: aws.sfn }, aws.environment.ONBOARDING_STATE_MACHINE_ARN ?? '');
  const queue = { url: aws.queueUrl, maxReceives: 1_000, visibilityTimeout };
  const tasks = { resolve: does, 'execution-ended': async () => {} } as unknown as Tasks;

  return {
    ...aws,
    said: (what: string) => lines.filter((line) => line.includes(what)),
    work() {
      const metrics = createMetrics();
      const worker = createWorker({ queue, sqs: aws.sqs, polling: aws.sqs, workflow, tasks, metrics, log });
      working.push(worker.run(stop.signal));
      return worker;
    },
    /** Begins a request, whose first task comes into the queue. */
    ask: () => aws.start(request()),
  };
}

const nobody = { users: [], setAside: [], involved: [] };

test('a task that takes longer than a message stays hidden is nobody else’s', async () => {
  let times = 0;
  const isDone = Promise.withResolvers<void>();
  const world = await startWorkers(async () => {
    times += 1;
    await isDone.promise;
    return nobody;
  });
  world.work();
  world.work();
  // Only so that they are counted: three a second keep a message that is hidden for one.
  world.aws.disturb('sqs', { slow: 1, slowBy: 0, only: ['ChangeMessageVisibility'], random: () => 0 });
  await world.ask();
  await until('heartbeats for two seconds', () => (world.aws.met().sqs?.slow ?? 0) >= 6);
  isDone.resolve();
  await until('its end', () => world.said('task done').length > 0);
  expect(times).toBe(1);
});

test('that a message cannot be held is no failure of the queue: the task goes on, it is told of once, and nobody else is at it', async () => {
  const isDone = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const world = await startWorkers(async () => {
    begun.resolve();
    await isDone.promise;
    return nobody;
  }, 3);
  const worker = world.work();
  await world.ask();
  await begun.promise;
  const met = () => world.aws.met().sqs?.broken ?? 0;
  const enough = world.aws.disturb('sqs', { broken: 1, only: ['ChangeMessageVisibility'], random: () => 0 });
  await until('a heartbeat that fails', () => met() > 0);
  enough();
  isDone.resolve();
  await until('its end', () => world.said('task done').length > 0);
  expect(worker.isReachable).toBe(true);
  expect(world.said('could not tell the queue that a message is still being worked on')).toHaveLength(1);
  expect(world.said('the queue did not answer')).toEqual([]);
});

test('who has lost their message breaks off before the effect, and whoever has it then does it, once', async () => {
  const effects: number[] = [];
  let tries = 0;
  const world = await startWorkers(async (_input, context) => {
    const mine = ++tries;
    if (mine === 1) {
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
      enough();
    }
    mustHold(context);
    effects.push(mine);
    return nobody;
  });
  const enough = world.aws.disturb('sqs', { broken: 1, only: ['ChangeMessageVisibility'], random: () => 0 });
  await world.ask();
  world.work();
  await until('its end', () => world.said('task done').length > 0);
  expect(effects).toEqual([2]);
  expect(world.said('a message stays in the queue')).toHaveLength(1);
});

test('a queue that is away is told of once, by all loops together, and once more when it is back', async () => {
  const world = await startWorkers(async () => nobody);
  const back = world.aws.away('sqs');
  const worker = world.work();
  await until('many questions', () => (world.aws.met().sqs?.refuses ?? 0) > 30);
  expect(worker.isReachable).toBe(false);
  back();
  await world.ask();
  await until('the task', () => world.said('task done').length > 0);
  expect(worker.isReachable).toBe(true);
  expect(world.said('the queue did not answer')).toHaveLength(1);
  expect(world.said('the queue answers again')).toHaveLength(1);
});
