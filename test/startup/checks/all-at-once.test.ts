import { expect, test } from 'vitest';
import { allAtOnce } from '../../../src/startup/checks/all-at-once.ts';
import { StartupError } from '../../../src/watch/startup-error.ts';

const wrong = (message: string) => Promise.reject(new StartupError(message));

test('what the checks learn is there by their names', async () => {
  expect(await allAtOnce({ home: Promise.resolve('T0KUMO'), mail: Promise.resolve() })).toEqual({ home: 'T0KUMO' });
});

test('one thing that is wrong is told as it is', async () => {
  await expect(allAtOnce({ home: Promise.resolve(), queue: wrong('No queue.') })).rejects.toThrow(/^No queue\.$/);
});

test('more are told together, those of several lines indented below each other', async () => {
  const policy = Promise.reject(new StartupError('The policy is wrong:', ['a', 'b']));
  await expect(allAtOnce({ queue: wrong('No queue.'), policy })).rejects.toThrow(
    /^2 things keep the bot from starting:\n {2}No queue\.\n {2}The policy is wrong:\n {4}a\n {4}b$/,
  );
});

test('what keeps two checks from their end is told once', async () => {
  const home = wrong('No token.');
  await expect(allAtOnce({ home, approvals: home.then(() => 1) })).rejects.toThrow(/^No token\.$/);
});

test('a check that broke off is named, with its error', async () => {
  const queue = Promise.reject(new TypeError('fetch failed'));
  await expect(allAtOnce({ queue })).rejects.toThrow(
    'The check of the queue did not finish (TypeError: fetch failed): make sure it can be reached from here',
  );
});
