import { setTimeout as pauseHere } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeduplication } from '../../sandbox/aws/sqs/deduplication.ts';
import { createLongTimers } from '../../sandbox/clock/long-timers.ts';
import { processClock } from '../../sandbox/clock/process-clock.ts';
import { createTriggers } from '../../sandbox/slack/triggers.ts';

const HOUR = 3_600_000;

let ahead = 0;
let happened: string[] = [];
let timers = createLongTimers(() => Date.now() + ahead);
beforeEach(() => {
  ahead = 0;
  happened = [];
  timers = createLongTimers(() => Date.now() + ahead);
});

const says = (what: string) => () => void happened.push(what);
async function forward(ms: number): Promise<void> {
  ahead += ms;
  await timers.catchUp();
}

test('what has become due happens in the order in which it was due, each with what follows from it', async () => {
  timers.setTimeout(says('third'), 3 * HOUR).unref();
  timers.setTimeout(says('second'), 2 * HOUR);
  timers.setTimeout((word: unknown) => void Promise.resolve(word).then((said) => says(`${said}`)()), HOUR, 'first');
  const fourth = timers.setTimeout(says('fourth'), 4 * HOUR);
  await forward(3 * HOUR);
  expect(happened).toEqual(['first', 'second', 'third']);
  timers.clear(fourth);
  await forward(HOUR);
  expect(happened).toHaveLength(3);
  expect(timers.nextDue()).toBeUndefined();
});

test('what repeats happens once for a move, and goes on until it is cleared, by its number too', async () => {
  const every = timers.setInterval(says('again'), HOUR);
  await forward(5 * HOUR);
  await forward(HOUR);
  expect(happened).toEqual(['again', 'again']);
  timers.clear(Number(every));
  await forward(HOUR);
  expect(happened).toHaveLength(2);
});

test('what is due a moment after the move happens by itself', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  timers.setTimeout(() => resolve(), HOUR);
  await forward(HOUR - 20);
  await promise;
});

test('a pause ends with what it was to give, or as its signal says', async () => {
  const stop = new AbortController();
  const stopped = timers.pause(HOUR, 'late', { signal: stop.signal });
  const paused = timers.pause(HOUR, 'in time');
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError', code: 'ABORT_ERR' });
  await forward(HOUR);
  expect(await paused).toBe('in time');
  expect(timers.nextDue()).toBeUndefined();
});

test('whoever waits for a minute or less is left alone', async () => {
  const patience = timers.setTimeout(says('late'), 60_000);
  await forward(24 * HOUR);
  expect([happened, timers.nextDue()]).toEqual([[], undefined]);
  timers.clear(patience);
});

test.each([
  ['by itself', (timer: NodeJS.Timeout) => clearTimeout(timer)],
  ['by its number', (timer: NodeJS.Timeout) => clearTimeout(Number(timer))],
])('a timer of the process is cleared %s, as ever', async (_how, clear) => {
  const mine = processClock();
  const timer = setTimeout(says('cleared'), HOUR);
  clear(timer);
  mine.set(HOUR);
  await mine.catchUp();
  expect(happened).toEqual([]);
});

afterEach(() => processClock().set(0));

test('everything in the process reads the moved clock, and a Date is a Date', async () => {
  const clock = processClock();
  const real = new Date();
  clock.set(24 * HOUR);
  const moved = new Date();
  expect(moved.getTime() - real.getTime()).toBeGreaterThanOrEqual(24 * HOUR);
  expect(Math.abs(Date.now() - moved.getTime())).toBeLessThan(HOUR);
  expect([moved, real, new Date(0)].every((one) => one instanceof Date && one.constructor === Date)).toBe(true);
  expect(Date()).toBe(new Date(Date.parse(Date())).toString());
  expect(new Date(2026, 0, 31, 12).getHours()).toBe(12);
  class Own extends Date {}
  expect(new Own() instanceof Own && new Own().getTime() >= moved.getTime()).toBe(true);
});

test('pauses of the process end, whichever way they were made', async () => {
  const clock = processClock();
  const pauses = [pauseHere(HOUR, 'a'), promisify(setTimeout)(HOUR, 'b')];
  clock.set(HOUR);
  await clock.catchUp();
  expect(await Promise.all(pauses)).toEqual(['a', 'b']);
});

test.each([
  ['two seconds', 2_000, undefined],
  ['four seconds', 4_000, 'expired_trigger_id'],
])('moved on by %s, a trigger that lasts three opens a form, or has expired', (_time, ms, error) => {
  const triggers = createTriggers(3_000);
  const id = triggers.issue({ user: 'U0AIKO', client: undefined });
  processClock().set(ms);
  if (error) expect(() => triggers.spend(id)).toThrow(expect.objectContaining({ error }));
  else expect(triggers.spend(id)).toMatchObject({ user: 'U0AIKO' });
});

test('what is known for five minutes is not known after six', () => {
  const known = createDeduplication<string>(5 * 60_000);
  known.remember('key', 'once');
  processClock().set(4 * 60_000);
  expect(known.find('key')).toBe('once');
  processClock().set(6 * 60_000);
  expect(known.find('key')).toBeUndefined();
});
