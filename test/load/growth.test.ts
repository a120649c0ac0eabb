import { expect, test } from 'vitest';
import type { Measured } from './drive.ts';
import { growthIn } from './growth.ts';

const small: Measured = {
  profile: 'developer',
  bots: 1,
  requests: 5,
  people: 250,
  told: 250,
  time: { clock: 2_500, bots: 1_250, sandbox: 1_000 },
  depth: 30,
  memory: 150,
  calls: { slack: { 'in all': 840, 'users.info': 507 }, iam: { createUser: 250, getUser: 250 } },
  transitions: 3_000,
  expresses: 0,
};
/** Four times as many people, and everything else four times as much. */
const large: Measured = {
  ...small,
  requests: 20,
  people: 1_000,
  time: { clock: 10_000, bots: 5_000, sandbox: 4_000 },
  depth: 120,
  memory: 160,
  calls: { slack: { 'in all': 3_360, 'users.info': 2_028 }, iam: { createUser: 1_000, getUser: 1_000 } },
  transitions: 12_000,
};

test('what grows with the work is fine', () => {
  expect(growthIn([small, large])).toEqual([]);
  expect(growthIn([small])).toEqual([]);
});

test.each([
  [
    'one more call of Slack for every tenth person',
    { calls: { ...large.calls, slack: { 'in all': 3_560 } } },
    'calls of slack a person: 3.36 with 250 people, 3.56 with 1000',
  ],
  [
    'calls that are counted by operation alone',
    { calls: { ...large.calls, iam: { createUser: 1_000, getUser: 1_200 } } },
    'calls of iam a person: 2.00',
  ],
  [
    'calls of a service that the smaller run did not need',
    { calls: { ...large.calls, ses: { SendEmail: 1 } } },
    'calls of ses a person: 0.00',
  ],
  ['transitions', { transitions: 13_000 }, 'transitions a person: 12.00'],
  ['processor time', { time: { ...large.time, bots: 6_500 } }, 'processor time of the bots a person, in ms: 5.00'],
  [
    'waiting',
    { time: { ...large.time, clock: 16_500 } },
    'time by the clock beyond the sandbox’s own a person, in ms: 6.00',
  ],
  ['the queue', { depth: 160 }, 'messages that wait at once, a person: 0.12'],
  ['memory', { memory: 240 }, 'memory of a bot, in MB: 150.00'],
])('%s: growing faster is told', (_what, change, told) => {
  expect(growthIn([small, { ...large, ...change }])).toEqual([expect.stringContaining(told)]);
});

test('each run is compared with the one before', () => {
  const huge = { ...large, people: 4_000, transitions: 60_000 };
  expect(growthIn([small, large, { ...large, ...huge }])).toEqual([expect.stringContaining('with 1000 people')]);
});
