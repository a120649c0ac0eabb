import { describe, expect, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { callsOf, DEV, found, give, ken, published, SEARCH, startCenter, strays, yuki } from './identity-center.ts';
import type { World } from './world.ts';

type Fault = Parameters<World['aws']['failNext']>;
const lost: Fault[3] = { after: true };
const forEver = 99;
const refusal = { cause: 'User: arn:aws:sts::x is not authorized to perform: x' };

const plant =
  (...faults: Fault[]) =>
  (world: World) => {
    for (const fault of faults) world.aws.failNext(...fault);
  };

const name = yuki.userName;
const create = 'identitystore:createUser';
const look = 'identitystore:getUserId';
const join = 'identitystore:createGroupMembership';
const list = 'identitystore:listGroupMembershipsForMember';
const assign = 'ssoadmin:createAccountAssignment';
const listAssigned = 'ssoadmin:listAccountAssignmentsForPrincipal';
const fails = (service: 'Identitystore' | 'SsoAdmin') => `${service}.InternalServerException`;

describe('a user whose making lost its answer', () => {
  test.each<[what: string, faults: Fault[]]>([
    ['and AWS fails from then on', [[create, fails('Identitystore'), forEver]]],
    ['and nobody may make users from then on', [[create, 'Identitystore.AccessDeniedException', forEver, refusal]]],
    [
      'and who is not known everywhere yet',
      [
        [create, fails('Identitystore'), forEver],
        [look, 'Identitystore.ResourceNotFoundException', 3],
      ],
    ],
  ])('is found and given what was approved, %s', async (_what, faults) => {
    const world = await startCenter();
    const { outcomes } = await give(world, { meanwhile: plant([create, 'States.Timeout', 1, lost], ...faults) });
    expect(outcomes).toEqual([[name, `${DEV} Developer: done`]]);
  });

  test.each<[what: string, faults: Fault[]]>([
    ['there is one of the name', [[look, 'Identitystore.ThrottlingException', forEver]]],
    [
      'AWS fails from then on',
      [
        [create, fails('Identitystore'), forEver],
        [look, fails('Identitystore'), 5],
        [look, 'Identitystore.ValidationException', forEver],
      ],
    ],
    [
      'nobody may do anything from then on',
      [
        [create, 'Identitystore.AccessDeniedException', forEver, refusal],
        [look, 'Identitystore.AccessDeniedException', forEver, refusal],
      ],
    ],
    ['what there is of the name cannot be read', [['identitystore:describeUser', fails('Identitystore'), forEver]]],
  ])('is said to exist perhaps where nobody can look: %s', async (_what, faults) => {
    const world = await startCenter({}, kumoworks, 300);
    const once = plant([create, 'States.Timeout', 1, lost], [create, 'Identitystore.ThrottlingException', 1]);
    const giving = give(world, { meanwhile: once });
    // The approver has been looked for by then, with the same call.
    await until('the user', () => callsOf(world, create) > 0);
    plant(...faults)(world);
    const { outcomes } = await giving;
    expect(outcomes).toEqual([[name, `${DEV}: failed, UserMayExist`]]);
    expect(found(world, name)).toMatchObject({ has: [], groups: [] });
  });

  test.each<[error: string, told: string, tries: number]>([
    [fails('Identitystore'), 'Unavailable', 10],
    ['Identitystore.AccessDeniedException', 'DirectoryNotPermitted', 1],
  ])('is not one that was never made: %s', async (error, told, tries) => {
    const world = await startCenter();
    const before = callsOf(world, look);
    const { outcomes } = await give(world, { meanwhile: plant([create, error, forEver]) });
    expect(outcomes).toEqual([[name, `${DEV}: failed, ${told}`]]);
    expect(found(world, name)).toBeUndefined();
    // What was refused at once nobody looks for.
    expect(callsOf(world, look) - before > 3).toBe(tries > 1);
  });
});

/** Three groups, of which the last one lets nobody in. */
const threeGroups = (world: World) =>
  world.publish(
    published('engineering', { grants: { groups: ['DataPlatform', 'Engineering', 'AWSControlTowerAdmins'] } }),
  );

describe('a membership whose making lost its answer', () => {
  test('is found though AWS fails from then on', async () => {
    const world = await startCenter();
    const faults: Fault[] = [
      [join, 'States.Timeout', 1, lost],
      [join, fails('Identitystore'), forEver],
    ];
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [], meanwhile: plant(...faults) });
    expect(outcomes).toEqual([[name, 'groups: done']]);
    expect(found(world, name)?.groups).toEqual(['Engineering']);
  });

  test.each<[what: string, faults: Fault[]]>([
    ['and which was answered as there', [[join, 'States.Timeout', 1, lost]]],
    [
      'and which was found',
      [
        [join, 'States.Timeout', 1, lost],
        [join, fails('Identitystore'), 9],
      ],
    ],
    [
      'and which nobody can look for',
      [
        [join, 'States.Timeout', 1, lost],
        [join, fails('Identitystore'), forEver],
        [list, fails('Identitystore'), forEver],
      ],
    ],
  ])('may be one of before: it is left, and said to be there perhaps, %s', async (_what, faults) => {
    const world = await startCenter();
    threeGroups(world);
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [], meanwhile: plant(...faults) });
    expect(outcomes).toEqual([[name, 'groups: failed, GroupsLeft']]);
    expect(found(world, name)?.groups).toEqual(['DataPlatform']);
  });

  test('is not one that was never made', async () => {
    const world = await startCenter();
    const meanwhile = plant([join, fails('Identitystore'), forEver]);
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [], meanwhile });
    expect(outcomes).toEqual([[name, 'groups: failed, Unavailable']]);
    expect(found(world, name)).toBeUndefined();
    expect(strays(world)).toEqual([]);
  });

  test('and that was there before the approval is left alone', async () => {
    const world = await startCenter();
    threeGroups(world);
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [], users: [ken] });
    expect(outcomes).toEqual([['Ken@Kumoworks.example', 'groups: failed, DirectoryNotPermitted']]);
    expect(found(world, ken.userName)?.groups).toEqual(['Engineering']);
  });

  test('is taken back though it is not known everywhere yet', async () => {
    const world = await startCenter();
    threeGroups(world);
    const meanwhile = plant(['identitystore:deleteGroupMembership', 'Identitystore.ResourceNotFoundException', 2]);
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [], meanwhile });
    expect(outcomes).toEqual([[name, 'groups: failed, DirectoryNotPermitted']]);
    expect(strays(world)).toEqual([]);
    expect(found(world, name)).toBeUndefined();
  });
});

describe('an assignment whose answer was lost', () => {
  const twice: Fault[] = [
    [assign, 'States.Timeout', 1, lost],
    [assign, fails('SsoAdmin'), forEver],
  ];

  test('is found though AWS fails from then on', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, { meanwhile: plant(...twice) });
    expect(outcomes).toEqual([[name, `${DEV} Developer: done`]]);
  });

  test.each<[what: string, faults: Fault[]]>([
    ['nobody can look', [...twice, [listAssigned, fails('SsoAdmin'), forEver]]],
    [
      'nobody may assign from then on',
      [
        [assign, 'States.Timeout', 1, lost],
        [assign, 'SsoAdmin.AccessDeniedException', forEver, refusal],
      ],
    ],
  ])('is said to be there perhaps, and who was made for it stays: %s', async (_what, faults) => {
    const world = await startCenter({ assignmentMs: 100 });
    const { outcomes, told } = await give(world, { meanwhile: plant(...faults) });
    expect(outcomes).toEqual([[name, `${DEV} Developer: failed, MayBeAssigned`]]);
    expect(told).toEqual([]);
    expect(found(world, name)).toBeDefined();
    expect(callsOf(world, 'identitystore:deleteUser')).toBe(0);
  });

  test.each([
    ['SsoAdmin.ThrottlingException', 'RateLimited'],
    ['SsoAdmin.ConflictException', 'RateLimited'],
    ['SsoAdmin.AccessDeniedException', 'DirectoryNotPermitted'],
  ])('is not one that was never made: %s', async (error, told) => {
    const world = await startCenter();
    const { outcomes } = await give(world, { accounts: [SEARCH], meanwhile: plant([assign, error, forEver]) });
    expect(outcomes).toEqual([[name, `${SEARCH}: failed, ${told}`]]);
    expect(found(world, name)).toBeUndefined();
  });
});
