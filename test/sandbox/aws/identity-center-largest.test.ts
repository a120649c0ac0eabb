import { expect, test } from 'vitest';
import type { Entry } from '../../../sandbox/aws/states/executions.ts';
import type { Planned } from '../../../sandbox/identity-center/settings.ts';
import { kumoworks, account as madeAccount } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { BATCH_SIZES, MAX_GROUPS } from '../../../src/contract/sizes.ts';
import { eventsOf } from './costs.ts';
import { give, published, sam, setArn, startCenter } from './identity-center.ts';

const LIMIT = 262_144;

/** As long as Slack and mail let them be, in three bytes a letter where that may be. */
function largestPerson(i: number) {
  const email = `${`${i}`.padStart(64, 'y')}@${'d'.repeat(60)}.${'d'.repeat(60)}.example`;
  return {
    ...sam,
    userName: `${i}`.padStart(64, 'x'),
    displayName: `${'佐'.repeat(40)} ${'由'.repeat(39)}`,
    givenName: '由'.repeat(39),
    familyName: '佐'.repeat(40),
    email,
    emailAsWritten: email.toUpperCase(),
    slackUserId: `U${`${i}`.padStart(10, '0')}`,
    claimant: `U${`${i}`.padStart(10, '0')}`,
    mailbox: 'a'.repeat(64),
  };
}

const accounts = Array.from({ length: 10 }, (_, i) =>
  madeAccount(`${200_000_000_000 + i}`, '名'.repeat(50), 'ou-kumo-payments0', {}),
);
const sets = ['ReadOnly', 'Developer', 'Administrator'].map(setArn);
/** As many groups as a profile gives, each of which opens as many accounts as are told. */
const groups = Array.from({ length: MAX_GROUPS }, (_, i) => ({
  id: `1234567890-aaaa1111-0000-4000-8000-${`${i}`.padStart(12, '0')}`,
  name: `${i}`.padStart(128, '部'),
  opens: [{ permissionSet: 'ReadOnly', accounts: Array.from({ length: 150 }, (_, n) => `${300_000_000_000 + n}`) }],
}));
const { identityCenter } = kumoworks;
const organization: Organization = {
  ...kumoworks,
  accounts: [...kumoworks.accounts, ...accounts],
  identityCenter: {
    ...identityCenter,
    permissionSets: identityCenter.permissionSets.map((set) => ({
      ...set,
      managedPolicies: Array.from({ length: 20 }, (_, i) => `arn:aws:iam::aws:policy/${`${i}`.padStart(128, 'P')}`),
    })),
    groups,
    users: [],
    stackParameters: {
      ...identityCenter.stackParameters,
      AccountIds: accounts.map(({ id }) => id).join(','),
      PermissionSetArns: sets.join(','),
      GroupIds: groups.map(({ id }) => id).join(','),
    },
  },
};

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');
const largestText = ({ history = [], input = '' }: Entry) =>
  Math.max(
    Buffer.byteLength(input),
    ...history.flatMap((event) => [event.input, event.output, event.parameters].map(sizeOf)),
  );

const reason = `AWS SSO is unable to complete your request at this time. ${'Something is taking longer than usual. '.repeat(6)}`;

type Case = [people: number, accounts: number, permissionSets: string[], groups: string[]];
const names = groups.map(({ name }) => name);

test.each<Case>([
  [50, 5, sets.slice(0, 1), []],
  [25, 10, sets.slice(0, 1), []],
  [25, 3, sets, names],
  [8, 10, sets, names],
  [50, 0, [], names],
])(
  '%i people in %i accounts, with the longest names: every state stays below 262,144 bytes and every history below 20,000 events',
  async (people, count, permissionSets, named) => {
    const world = await startCenter({ assignmentMs: 1, outstanding: 999 }, organization);
    world.publish(
      published('cloud-developer', {
        grants: { permissionSets, groups: named },
        accounts: { kind: 'units', ous: ['ou-kumo-products0'] },
      }),
    );
    const users = Array.from({ length: people }, (_, i) => largestPerson(i));
    const asked = accounts.slice(0, count);
    const more = {
      accounts: asked.map(({ id, name }) => ({ id, name, isManagement: false })),
      reason: '理'.repeat(500),
      people: { slackUserIds: users.map(({ slackUserId }) => slackUserId), typed: [] },
    };
    const targets = count * permissionSets.length + (named.length > 0 ? 1 : 0);
    const pairs = people * count * permissionSets.length;
    const members = named.length > 0 ? people : 0;
    /** Plays the request once more, and counts the ends. */
    const play = async (...planned: Planned[]) => {
      world.aws.identityCenter.plan(...planned);
      const { people: results } = await give(world, { users, more });
      world.aws.look.identityCenter.planned.length = 0;
      const ends = results.flatMap(({ Outcomes }) => Outcomes.map(({ Status }) => Status));
      const count = (wanted: string) => ends.filter((status) => status === wanted).length;
      return { pending: count('pending'), failed: count('failed'), done: count('done'), had: count('had') };
    };
    const always = (one: Planned) => Array.from({ length: pairs * 2 }, () => one);
    const none = { pending: 0, failed: 0, done: 0, had: 0 };
    // Nothing comes to an end; everything fails, in many words; all goes well; all have all of it.
    expect(await play(...always({ outcome: 'hangs' }))).toEqual({ ...none, pending: pairs, done: members });
    world.aws.look.identityCenter.requests.clear();
    expect(await play(...always({ outcome: 'fails', reason }))).toEqual({ ...none, failed: pairs, had: members });
    expect(await play()).toEqual({ ...none, done: pairs, had: members });
    expect(await play()).toEqual({ ...none, had: pairs + members });

    const executions = world.aws.look.executions();
    expect(executions.map(({ status }) => status)).not.toContain('FAILED');
    const requests = executions.filter(({ machine }) => machine.name === 'onboarding').length;
    const batches = executions.filter(({ machine }) => machine.name === 'provision-identity-center');
    expect(batches).toHaveLength(requests * Math.ceil(people / (BATCH_SIZES[targets] ?? 0)));
    const bodies = world.aws.seen.queueBodies().map((body) => Buffer.byteLength(body));
    expect(Math.max(...executions.map(largestText), ...bodies)).toBeLessThan(LIMIT);
    expect(Math.max(...executions.map(eventsOf))).toBeLessThan(20_000);
  },
  300_000,
);
