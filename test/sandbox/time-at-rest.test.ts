import { expect, test } from 'vitest';
import { createRest } from '../../sandbox/clock/at-rest.ts';
import { type Time, timeRoutes } from '../../sandbox/clock/routes.ts';

const call = (path: string, more: RequestInit = {}) =>
  new Request(`http://localhost${path}`, { method: 'POST', ...more });
const receive = { headers: { 'x-amz-target': 'AmazonSQS.ReceiveMessage' } };
const idle = { tasks: () => 0, turn: async () => {}, longestPause: 10 };
const notAtRest = (calls: number, tasks: number) => expect.objectContaining({ calls, tasks });

const raise = (text: string): never => {
  throw new Error(text);
};

/** A call that is answered when its caller says so. */
function held() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { answer: () => promise, release: () => resolve('answered') };
}

test.each([
  ['a call of the bot', call('/api/chat.postMessage'), 1],
  ['somebody’s click', call('/act/click'), 1],
  ['a long poll', call('/', receive), 0],
  ['a look', call('/state', { method: 'GET' }), 0],
  ['the wish to move the clock', call('/time'), 0],
])('while %s is not answered, the world is at rest if that is no work', async (_what, request, calls) => {
  const rest = createRest({ patience: 200 });
  const { answer, release } = held();
  const answered = rest.during(request, answer);
  if (calls === 0) await rest.reached(idle);
  else await expect(rest.reached(idle)).rejects.toEqual(notAtRest(calls, 0));
  release();
  expect(await answered).toBe('answered');
  await rest.reached(idle);
});

test('a call is over when whoever made it has hung up', async () => {
  const rest = createRest();
  const leaving = new AbortController();
  const { answer, release } = held();
  const answered = rest.during(call('/api/chat.postMessage', { signal: leaving.signal }), answer);
  leaving.abort();
  await rest.reached(idle);
  release();
  await answered;
});

test.each([
  ['fails', () => Promise.reject(new Error('out of order'))],
  ['fails at once', () => raise('out of order')],
])('a call that %s is over', async (_how, answer) => {
  const rest = createRest();
  const failed = rest.during(call('/api/chat.postMessage'), answer);
  await expect(failed).rejects.toThrow('out of order');
  await rest.reached(idle);
});

test('it is at rest only once nothing has happened for as long as anything pauses', async () => {
  const rest = createRest();
  let turns = 0;
  const turn = async () => {
    turns += 1;
    if (turns < 20) rest.stir();
  };
  await rest.reached({ ...idle, turn });
  expect(turns).toBe(24);
});

test('a task in the hands of a bot that has been silent for too long is nobody’s any more', async () => {
  const rest = createRest({ patience: 50, silence: 30 });
  await rest.reached({ ...idle, tasks: () => 1 });
  const talkative = async () => rest.stir();
  await expect(rest.reached({ ...idle, tasks: () => 1, turn: talkative })).rejects.toEqual(notAtRest(0, 1));
});

test('while a task does not end the clock stays where it is, and says what it waits for', async () => {
  const rest = createRest({ patience: 50 });
  const forward = () => rest.reached({ ...idle, tasks: () => 1 });
  const time: Time = { now: () => 0, ahead: () => 0, forward };
  const body = JSON.stringify({ forward: '1d' });
  const answer = await timeRoutes(time).request('/time', { method: 'POST', body });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({
    error: 'not-at-rest',
    message: expect.stringContaining('still in progress (calls: 0, tasks of the bot: 1). Wait until it has finished'),
    now: '1970-01-01T00:00:00.000Z',
    aheadBySeconds: 0,
  });
});

test.each(['GET', 'POST'])(
  'where half of the world is real, %s says that its clock cannot be moved',
  async (method) => {
    const answer = await timeRoutes(undefined).request('/time', { method });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: 'half-real',
      message: expect.stringContaining('without --only'),
    });
  },
);
