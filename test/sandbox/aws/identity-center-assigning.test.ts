import { describe, expect, test } from 'vitest';
import type { Planned } from '../../../sandbox/identity-center/settings.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import {
  callsOf,
  DEV,
  found,
  give,
  ken,
  LISBON,
  PROD,
  SEARCH,
  sam,
  startCenter,
  strays,
  yuki,
} from './identity-center.ts';

const fails = (reason?: string): Planned => ({ outcome: 'fails', ...(reason !== undefined && { reason }) });
const times = (count: number, one: Planned) => Array.from({ length: count }, () => one);
const ASSIGN = 'ssoadmin:createAccountAssignment';
const SEARCH_PROD = '222233335555';

/** Where two accounts lack a policy of their own that the permission set asks for. AWS fails there, and says no reason. */
function lackingPolicy(): Organization {
  const { identityCenter } = kumoworks;
  const permissionSets = identityCenter.permissionSets.map((set) =>
    set.name === 'Developer' ? { ...set, customerManagedPolicies: ['boarding-pass-own-sign-in'] } : set,
  );
  const accounts = kumoworks.accounts.map((account) =>
    [SEARCH_PROD, LISBON].includes(account.id) ? { ...account, withoutRoles: true as const } : account,
  );
  return { ...kumoworks, accounts, identityCenter: { ...identityCenter, permissionSets } };
}

describe('an assignment that fails', () => {
  test('is tried once more', async () => {
    const world = await startCenter();
    world.aws.identityCenter.plan(fails('An internal error occurred.'));
    expect((await give(world)).outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
    expect(callsOf(world, ASSIGN)).toBe(2);
  });

  test.each([
    ['without a reason', undefined, ''],
    ['with one', 'Policy Deploy does not exist.', ', Policy Deploy does not exist.'],
  ])('for good, %s: it is told so, and the new user is taken back', async (_what, reason, words) => {
    const world = await startCenter();
    world.aws.identityCenter.plan(...times(2, fails(reason)));
    const { outcomes, told, people } = await give(world);
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: failed, AssignmentFailed${words}`]]);
    expect([told, people[0]?.left, found(world, yuki.userName)]).toEqual([[], undefined, undefined]);
    expect(callsOf(world, ASSIGN)).toBe(2);
  });

  test('in two of five accounts: the three others are given, to two people, and both are told', async () => {
    const world = await startCenter({}, lackingPolicy());
    const { outcomes, told } = await give(world, {
      accounts: [SEARCH_PROD, DEV, LISBON, PROD, SEARCH],
      users: [yuki, ken],
    });
    const each = [
      `${SEARCH_PROD} Developer: failed, AssignmentFailed`,
      `${DEV} Developer: done`,
      `${LISBON} Developer: failed, AssignmentFailed`,
      `${PROD} Developer: done`,
      `${SEARCH} Developer: done`,
    ];
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', ...each],
      ['Ken@Kumoworks.example', ...each],
    ]);
    expect(told).toHaveLength(2);
    for (const { userName } of [yuki, ken])
      expect(found(world, userName)?.has).toEqual([DEV, PROD, SEARCH].map((id) => `${id} Developer`));
  });
});

describe('an assignment that stays in progress', () => {
  test('is pending, under the id of AWS; the other one and the others are given and told meanwhile', async () => {
    const world = await startCenter();
    const { identityCenter } = world.aws;
    identityCenter.plan({ outcome: 'hangs' });
    const { people, told, outcomes } = await give(world, { accounts: [DEV, SEARCH], users: [ken, sam] });
    const { requests } = world.aws.look.identityCenter;
    const [hanging] = [...requests.values()].filter(({ status }) => status === 'IN_PROGRESS');
    const place = `${hanging?.accountId} Developer`;
    expect(people.flatMap(({ Outcomes }) => Outcomes).filter(({ Status }) => Status === 'pending')).toEqual([
      expect.objectContaining({ AccountId: hanging?.accountId, RequestId: hanging?.requestId }),
    ]);
    expect(outcomes.flat().filter((line) => line === `${place}: pending`)).toHaveLength(1);
    expect(outcomes.flat().filter((line) => line.endsWith(': done'))).toHaveLength(3);
    expect(told).toHaveLength(2);
  });

  test('is asked for twenty times, and no user is taken back meanwhile', async () => {
    const world = await startCenter();
    world.aws.identityCenter.plan({ outcome: 'hangs' });
    const { outcomes, told } = await give(world);
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: pending`]]);
    expect(told[0]?.Outcomes[0]).toMatchObject({ FirstSignIn: 'portal-code' });
    expect(callsOf(world, 'ssoadmin:describeAccountAssignmentCreationStatus')).toBe(20);
    expect(found(world, yuki.userName)?.has).toEqual([]);
  });

  test('is pending, too, where AWS will not say how far it is', async () => {
    const world = await startCenter();
    world.aws.failNext('ssoadmin:describeAccountAssignmentCreationStatus', 'SsoAdmin.AccessDeniedException');
    const { people } = await give(world);
    const [request] = [...world.aws.look.identityCenter.requests.values()];
    expect(people[0]?.Outcomes).toMatchObject([{ Status: 'pending', RequestId: request?.requestId }]);
  });

  test('fails late: it is tried once more', async () => {
    const world = await startCenter({ assignmentMs: 15 });
    world.aws.identityCenter.plan(fails('Too slow.'));
    expect((await give(world)).outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
  });
});

describe('where others assign, too', () => {
  test.each<[what: string, one: Planned]>([
    ['conflicts', { outcome: 'conflicts' }],
    ['throttling', { outcome: 'throttles' }],
  ])('%s for a while delay it, and no more', async (_what, one) => {
    const world = await startCenter();
    world.aws.identityCenter.plan(...times(20, one));
    expect((await give(world)).outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
  });

  test.each(['ServiceQuotaExceededException', 'ConflictException'] as const)(
    'only so many may be under way, and AWS says %s: all are given in the end',
    async (overQuota) => {
      const world = await startCenter({ outstanding: 4, overQuota, assignmentMs: 1 });
      const accounts = [DEV, PROD, SEARCH, SEARCH_PROD, LISBON];
      const { outcomes } = await give(world, { accounts, users: [yuki, ken, sam] });
      expect(outcomes.flat().filter((line) => line.endsWith('Developer: done'))).toHaveLength(15);
    },
  );

  test.each(['ConflictException', 'ThrottlingException', 'ServiceQuotaExceededException'])(
    '%s for good: it says to ask again later, nobody is told, and the new user is taken back',
    async (name) => {
      const world = await startCenter();
      world.aws.failNext(ASSIGN, `SsoAdmin.${name}`, 999);
      const { outcomes, told } = await give(world, { users: [yuki, ken] });
      expect(outcomes).toEqual([
        ['yuki@kumoworks.example', `${DEV}: failed, RateLimited`],
        ['Ken@Kumoworks.example', `${DEV}: failed, RateLimited`],
      ]);
      expect(told).toEqual([]);
      expect(found(world, yuki.userName)).toBeUndefined();
      expect(found(world, ken.userName)).toMatchObject({ has: [], groups: ['Engineering'] });
      expect(strays(world)).toEqual([]);
    },
  );
});
