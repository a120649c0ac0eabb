import { expect, test } from 'vitest';
import type { Entry } from '../../../sandbox/aws/states/executions.ts';
import { kumoworks, account as madeAccount } from '../../../sandbox/organization/kumoworks.ts';
import { BATCH_SIZES, MAX_PAIRS } from '../../../src/contract/sizes.ts';
import { developer, onboard, request, startAws, yuki } from './world.ts';

const LIMIT = 262_144;

/** Names as long as IAM, Slack and mail allow them, in three bytes a letter where that may be. */
const largestPerson = (i: number) => ({
  ...yuki,
  userName: `${i}`.padStart(64, 'x'),
  displayName: '佐'.repeat(80),
  email: `${`${i}`.padStart(64, 'y')}@${'d'.repeat(60)}.${'d'.repeat(60)}.example`,
  slackUserId: `U${`${i}`.padStart(10, '0')}`,
  claimant: `U${`${i}`.padStart(10, '0')}`,
});
const tenAccounts = Array.from({ length: 10 }, (_, i) =>
  madeAccount(`${200_000_000_000 + i}`, '名'.repeat(50), 'ou-kumo-payments0', {
    alias: `${'a'.repeat(61)}${i}`.slice(-63),
  }),
);
const organization = { ...kumoworks, accounts: [...kumoworks.accounts, ...tenAccounts] };

/** As AWS counts them: a task is scheduled, started and ended; a Map starts and ends, and so does each of its iterations. */
function eventsOf({ history = [] }: Entry): number {
  const count = (...types: string[]) => history.filter(({ type }) => types.includes(type)).length;
  return 2 * count('StateEntered') + 3 * count('TaskScheduled') + 2 * count('MapIterationStarted') + 2;
}

const largestText = ({ history = [], input = '' }: Entry) =>
  Math.max(
    Buffer.byteLength(input),
    ...history.flatMap((event) =>
      [event.input, event.output, event.parameters].map((value) => Buffer.byteLength(JSON.stringify(value) ?? '')),
    ),
  );

test.each([
  [50, 5],
  [25, 10],
])(
  '%i people in %i accounts, with the longest names: every state stays below 262,144 bytes and every history below 20,000 events',
  async (people, count) => {
    const world = await startAws({}, organization);
    // What a profile may give at the most.
    world.publish({
      ...developer,
      grants: { groups: ['Developers', 'ReadOnly'], policyArns: developer.grants.policyArns },
      accounts: { ...developer.accounts, kind: 'units', ous: ['ou-kumo-products0'] },
    });
    const accounts = tenAccounts.slice(0, count);
    const input = {
      ...request({ accounts: accounts.map(({ id }) => id) }),
      accounts: accounts.map(({ id, name }) => ({ id, name, isManagement: false })),
      people: { slackUserIds: Array.from({ length: people }, (_, i) => largestPerson(i).slackUserId), typed: [] },
      reason: '理'.repeat(500),
    };
    const users = Array.from({ length: people }, (_, i) => largestPerson(i));

    const { status } = await onboard(world, input, { users });

    expect({ status, pairs: people * count }).toEqual({ status: 'SUCCEEDED', pairs: MAX_PAIRS });
    const executions = world.aws.look.executions();
    const batches = executions.filter(({ machine }) => machine.name === 'provision-iam-user');
    expect(batches).toHaveLength(Math.ceil(people / (BATCH_SIZES[count] ?? 0)));
    const sizes = { bytes: Math.max(...executions.map(largestText)), events: Math.max(...executions.map(eventsOf)) };
    const bodies = Math.max(...world.aws.seen.queueBodies().map((body) => Buffer.byteLength(body)));
    expect(Math.max(sizes.bytes, bodies)).toBeLessThan(LIMIT);
    expect(sizes.events).toBeLessThan(20_000);
    for (const { id } of accounts) expect(world.aws.look.accounts.get(id)?.users.size).toBe(people);
  },
  120_000,
);
