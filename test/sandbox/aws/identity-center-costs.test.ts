import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../sandbox/aws/states/executions.ts';
import { BATCH_SIZES } from '../../../src/contract/sizes.ts';
import { entered, eventsOf, transitionsOf } from './costs.ts';
import { by, callsOf, DEV, give, LISBON, PROD, published, SEARCH, startCenter } from './identity-center.ts';
import type { World } from './world.ts';

const ACCOUNTS = [DEV, PROD, SEARCH, '222233335555', LISBON];
const people = (count: number) => Array.from({ length: count }, (_, i) => by(`person${i}@kumoworks.example`));

const provisioned = (world: World): Entry[] =>
  world.aws.look.executions().filter(({ machine }) => machine.name === 'provision-identity-center');

async function costOf(world: World, asked: Parameters<typeof give>[1]) {
  await give(world, asked);
  const [entry] = provisioned(world);
  if (!entry) throw new Error('Nothing was provisioned.');
  return { transitions: transitionsOf(entry), events: eventsOf(entry), questions: entered(entry, 'AskHowFar') };
}

describe('what one person more costs, in transitions and in events of history', () => {
  test.each([
    ['a new person', 1, 11],
    ['a new person', 2, 12],
    ['somebody who is there', 1, 11],
    ['somebody who is there', 2, 12],
  ])('%s and a profile of groups alone, %i of them: at most 12', async (who, count, transitions) => {
    const world = await startCenter();
    const profile = { profile: 'engineering', accounts: [] };
    const groups = ['DataPlatform', 'Engineering'].slice(0, count);
    world.publish(published('engineering', { grants: { groups } }));
    if (who !== 'a new person') await makeAll(world);
    const one = await costOf(world, { ...profile, users: people(5).slice(0, 1) });
    const five = await costOf(world, { ...profile, users: people(6).slice(1) });
    expect((five.transitions - one.transitions) / 4).toBe(transitions);
    expect((five.events - one.events) / 4).toBeLessThanOrEqual(31 + 7 * count);
  });

  test('one assignment more: at most 6, and 4 for each time that AWS is asked how far it is', async () => {
    const world = await startCenter({ assignmentMs: 10 });
    const [one, other] = people(2);
    const two = await costOf(world, { accounts: ACCOUNTS.slice(0, 2), users: [one ?? {}] });
    const five = await costOf(world, { accounts: ACCOUNTS, users: [other ?? {}] });
    const questions = five.questions - two.questions;
    expect(two.questions).toBeGreaterThan(0);
    expect(five.transitions - two.transitions).toBe(3 * 4 + 4 * questions);
    expect(five.events - two.events).toBe(3 * 13 + 11 * questions);
  });

  test('somebody who has it already costs nothing but to see that', async () => {
    const world = await startCenter();
    const users = people(1);
    await give(world, { accounts: ACCOUNTS, users });
    const calls = callsOf(world, 'ssoadmin:createAccountAssignment');
    const again = await costOf(world, { accounts: ACCOUNTS, users });
    expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(calls);
    expect(again.transitions).toBeLessThanOrEqual(10 + 6 + 2 * ACCOUNTS.length);
  });
});

/** Everybody is there, by hand. */
function makeAll({ aws }: World) {
  for (const { email } of people(6))
    aws.identityCenter.asAdmin('createUser', {
      UserName: email,
      DisplayName: 'Sam Lee',
      Name: { GivenName: 'Sam', FamilyName: 'Lee' },
      Emails: [{ Value: email, Type: 'work', Primary: true }],
    });
}

test('50 people in 5 accounts come through in batches of 10, with progress after each, and never more than 12 at once', async () => {
  const world = await startCenter({ assignmentMs: 2, outstanding: 12 });
  const { outcomes, told, tasks } = await give(world, { accounts: ACCOUNTS, users: people(50) });
  expect(outcomes.flat().filter((line) => line.endsWith('Developer: done'))).toHaveLength(250);
  expect(told).toHaveLength(50);
  const batches = provisioned(world);
  expect(batches).toHaveLength(5);
  for (const { input = '' } of batches) expect(JSON.parse(input).Users).toHaveLength(10);
  expect(tasks.filter(({ task }) => task === 'progress').map(({ input }) => progressOf(input))).toEqual(
    [0, 1, 2, 3, 4].map((index) => ({ index, size: 10, total: 50, people: 10 })),
  );
  // What is not refused for the quota is not tried again.
  expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(250);
});

function progressOf(input: unknown) {
  const { index, size, total, people } = input as { index: number; size: number; total: number; people: object[] };
  return { index, size, total, people: people.length };
}

type State = {
  MaxConcurrency?: number;
  Seconds?: number;
  TimeoutSeconds?: number;
  Retry?: { IntervalSeconds: number; MaxDelaySeconds: number; MaxAttempts: number }[];
  ItemProcessor?: { States: Record<string, State> };
};

/** A state of a shipped definition, by the Maps that lead to it. */
function stateOf(machine: string, ...path: string[]): State {
  const file = new URL(`../../../manifests/aws/state-machines/${machine}.asl.json`, import.meta.url);
  return path.reduce((inside: State, name) => inside.ItemProcessor?.States[name] ?? {}, {
    ItemProcessor: JSON.parse(readFileSync(file, 'utf8')),
  });
}

test('a batch that has to wait for others all the time still ends within its time', () => {
  const ofOne = (...path: string[]) => stateOf('provision-identity-center', 'ProvisionPeople', ...path);
  const {
    IntervalSeconds = 0,
    MaxDelaySeconds = 0,
    MaxAttempts = 0,
  } = ofOne('ProvisionTargets', 'AssignAgain').Retry?.[0] ?? {};
  const pauses = Array.from({ length: MaxAttempts }, (_, i) => Math.min(MaxDelaySeconds, IntervalSeconds * 2 ** i));
  // It fails once after all of its questions, and then cannot be tried again for long.
  const pause = ofOne('ProvisionTargets', 'GiveItTime').Seconds ?? 0;
  const assignment = 2 * pauses.reduce((sum, each) => sum + each) + 20 * pause;
  const rounds = (items: number, most = 1) => Math.ceil(items / most);
  const longest = BATCH_SIZES.map(
    (people, targets) =>
      rounds(people, ofOne().MaxConcurrency) * rounds(targets, ofOne('ProvisionTargets').MaxConcurrency) * assignment,
  );
  expect(assignment).toBeGreaterThan(1_000);
  expect(Math.max(...longest)).toBeLessThan(stateOf('onboarding', 'Board', 'Provision').TimeoutSeconds ?? 0);
});
