import type { Message } from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/watch/metrics.ts';
import { answerMessage } from '../../src/worker/answer.ts';
import { ALWAYS, type Hold } from '../../src/worker/held.ts';
import type { Tasks } from '../../src/worker/task.ts';
import { NotHeld, TaskError } from '../../src/worker/task-error.ts';
import type { Workflow } from '../../src/workflow/client.ts';

const MINUTE = 60_000;
const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNRESET' }));

/** What is in a message of the queue, and since when it is there. */
function messageOf(
  content: unknown,
  { sent = 0, received = 0, receives = 1 }: { sent?: number; received?: number; receives?: number } = {},
): Message {
  return {
    Body: typeof content === 'string' ? content : JSON.stringify(content),
    Attributes: {
      SentTimestamp: String(Date.now() - sent),
      ApproximateFirstReceiveTimestamp: String(Date.now() - received),
      ApproximateReceiveCount: String(receives),
    },
  };
}

const task = (name: string) => ({
  task: name,
  token: 'token',
  execution: 'arn:execution:onboarding:V1',
  startedAt: '2026-11-22T04:06:00Z',
  retries: 0,
  input: {},
});

type Given = {
  hold?: Hold;
  /** Step Functions, for these of its answers in turn; after them it takes everything. */
  open?: (() => Promise<boolean>)[];
  taken?: (() => Promise<boolean>)[];
  does?: () => Promise<unknown>;
  stop?: AbortSignal;
};

/** Takes a message to its end: what becomes of it, how often the task was done, and what Step Functions was told. */
async function answered(message: Message, { hold = ALWAYS, open = [], taken = [], does, stop }: Given = {}) {
  const told: string[] = [];
  const done: string[] = [];
  const next = (answers: (() => Promise<boolean>)[]) => (answers.shift() ?? (async () => true))();
  const workflow: Partial<Workflow> = {
    isOpen: () => next(open),
    succeed: async (_token, output) => {
      const isTaken = await next(taken);
      told.push(`succeeded ${output}`);
      return isTaken;
    },
    fail: async (_token, name) => {
      const isTaken = await next(taken);
      told.push(name);
      return isTaken;
    },
  };
  const run = async () => {
    done.push('done');
    return does ? does() : 'output';
  };
  const never = new AbortController().signal;
  const fate = await answerMessage(message, hold, {
    workflow: workflow as Workflow,
    tasks: { report: run, remind: run, 'await-decision': run, 'execution-ended': run } as unknown as Tasks,
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    pauses: { first: 1, longest: 5 },
    stop: stop ?? never,
    stopAnswering: stop ?? never,
  }).catch((err: Error) => err);
  return { fate, times: done.length, told };
}

test('a task is done, and its message is not needed any more', async () => {
  expect(await answered(messageOf(task('report')))).toEqual({ fate: 'done', times: 1, told: ['succeeded output'] });
});

test('while Step Functions does not say whether a task is open, it waits: then it is done, however long it was', async () => {
  const open = Array.from({ length: 9 }, () => away);
  const { fate, times, told } = await answered(messageOf(task('report'), { receives: 900 }), { open });
  expect({ fate, times, told }).toEqual({ fate: 'done', times: 1, told: ['succeeded output'] });
});

test.each([
  ['a result', undefined, 'succeeded output'],
  ['a failure', async () => Promise.reject(new TaskError('RateLimited', '')), 'RateLimited'],
])('%s that Step Functions does not take is told again; the task is not done again', async (_what, does, words) => {
  const taken = Array.from({ length: 9 }, () => away);
  const { fate, times, told } = await answered(messageOf(task('report')), { taken, ...(does && { does }) });
  expect({ fate, times, told }).toEqual({ fate: 'done', times: 1, told: [words] });
});

test('a task that found its message lost is left to whoever has it, also where the queue gives it back in the same moment', async () => {
  const { fate, told } = await answered(messageOf(task('await-decision')), {
    does: async () => Promise.reject(new NotHeld()),
  });
  expect(fate).toBeInstanceOf(NotHeld);
  expect(told).toEqual([]);
});

test.each(['report', 'await-decision', 'make-coffee'])(
  'the task %s, begun for 45 minutes and never answered, is given up by a name that machines try again',
  async (name) => {
    const { fate, times, told } = await answered(messageOf(task(name), { received: 46 * MINUTE }));
    expect({ fate, times, told }).toEqual({ fate: 'done', times: 0, told: ['Abandoned'] });
  },
);

test('a task that waited for a bot for hours is done: only from its first receive on can it be given up', async () => {
  const { times, told } = await answered(messageOf(task('report'), { sent: 300 * MINUTE, received: MINUTE }));
  expect({ times, told }).toEqual({ times: 1, told: ['succeeded output'] });
});

test('a task that only a newer release knows is left to it', async () => {
  const { fate, told } = await answered(messageOf(task('make-coffee')));
  expect(fate).toMatchObject({ message: 'This release knows no task "make-coffee".' });
  expect(told).toEqual([]);
});

test('a reminder is dropped once its time is over, without a question to Step Functions', async () => {
  const { fate, times } = await answered(messageOf(task('remind'), { sent: 31_000 }), { open: [away] });
  expect({ fate, times }).toEqual({ fate: 'done', times: 0 });
});

test('a reminder that waits for Step Functions is let go when its time is over', async () => {
  const open = Array.from({ length: 1_000 }, () => away);
  const { fate, times } = await answered(messageOf(task('remind'), { sent: 29_950 }), { open });
  expect({ fate, times }).toEqual({ fate: 'done', times: 0 });
});

test.each(['certainly not JSON', '[]', 'null', '{"task":"report"}', '{"token":"t"}', '{"task":"execution-ended"}'])(
  'what is nothing that anybody could do anything with goes to the dead letters at once: %s',
  async (body) => {
    expect(await answered(messageOf(body))).toEqual({ fate: { againIn: 0 }, times: 0, told: [] });
  },
);

const end = { task: 'execution-ended', execution: 'arn:execution:onboarding:V1', input: { status: 'FAILED' } };
const isAway = async () => Promise.reject(new TaskError('Unavailable', ''));
const isWrong = async () => Promise.reject(new TypeError('x is not a function'));

test.each([
  ['first tried soon again', { receives: 1 }, isAway, { againIn: 5 }, 1],
  ['then tried less often', { receives: 3 }, isAway, { againIn: 20 }, 1],
  ['tried for a day while Slack is away', { receives: 200, received: 23 * 60 * MINUTE }, isAway, { againIn: 50 }, 1],
  ['given to the dead letters after a day', { receives: 200, received: 25 * 60 * MINUTE }, isAway, { againIn: 0 }, 0],
  ['tried again where something else is wrong', { receives: 1 }, isWrong, { againIn: 5 }, 1],
  ['given to the dead letters an hour later', { receives: 20, received: 61 * MINUTE }, isWrong, { againIn: 0 }, 1],
])('news of an end that cannot be told is %s', async (_what, times, does, fate, tries) => {
  expect(await answered(messageOf(end, times), { does })).toEqual({ fate, times: tries, told: [] });
});

test('news of an end that was told is not needed any more', async () => {
  expect(await answered(messageOf(end))).toEqual({ fate: 'done', times: 1, told: [] });
});

/** Holds the message until it is lost, while the task is at work. */
function losing() {
  const lost = new AbortController();
  return { lose: () => lost.abort(), hold: { signal: lost.signal, isHeld: () => !lost.signal.aborted } };
}

test('what fails after the message may have been given to somebody else is not answered: they are at it', async () => {
  const { lose, hold } = losing();
  const does = async () => {
    lose();
    throw new TaskError('Failed', '');
  };
  const { fate, told } = await answered(messageOf(task('report')), { hold, does });
  expect(fate).toMatchObject({ message: expect.stringContaining('given to another process') });
  expect(told).toEqual([]);
});

test('what was done though the message was lost meanwhile is answered all the same, or it would be done again', async () => {
  const { lose, hold } = losing();
  const does = async () => {
    lose();
    return 'output';
  };
  const { fate, told } = await answered(messageOf(task('report')), { hold, does, taken: [away, away] });
  expect({ fate, told }).toEqual({ fate: 'done', told: ['succeeded output'] });
});

test('asked to stop, a bot that waits for Step Functions gives its message back', async () => {
  const open = Array.from({ length: 1_000 }, () => away);
  const { fate, times } = await answered(messageOf(task('report')), { open, stop: AbortSignal.timeout(20) });
  expect(fate).toBeInstanceOf(Error);
  expect(times).toBe(0);
});
