import { describe, expect, test } from 'vitest';
import {
  callsOf,
  DEV,
  found,
  give,
  ken,
  published,
  SEARCH,
  setArn,
  startCenter,
  strays,
  yuki,
} from './identity-center.ts';
import type { World } from './world.ts';

const lose = (world: World, action: string, error = 'States.Timeout', times = 1) =>
  world.aws.failNext(action, error, times, { after: true });
const failing = ({ aws }: World) =>
  aws.identityCenter.plan(...Array.from({ length: 6 }, () => ({ outcome: 'fails' as const, reason: 'No.' })));

/** Changes of users and memberships, in their order. */
const changes = (world: World) =>
  world.aws.seen
    .calls()
    .map(({ action }) => action)
    .filter((action) => /identitystore:(create|delete)/.test(action))
    .map((action) => action.replace('identitystore:', ''));

describe('an answer that is lost after the effect', () => {
  test.each(['States.Timeout', 'Identitystore.SdkClientException', 'Identitystore.InternalServerException'])(
    'of createUser, by %s: there is one user, who signs in for the first time',
    async (error) => {
      const world = await startCenter();
      lose(world, 'identitystore:createUser', error);
      const { outcomes, told } = await give(world);
      expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
      expect(told[0]?.Outcomes[0]?.FirstSignIn).toBe('portal-code');
      const names = [...world.aws.look.identityCenter.users.values()].map(({ userName }) => userName);
      expect(names.filter((name) => name === yuki.userName)).toHaveLength(1);
    },
  );

  test('is not the only thing that passes: a new user who is not known everywhere yet is waited for', async () => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { grants: { groups: ['Engineering'] } }));
    world.aws.failNext('identitystore:createGroupMembership', 'Identitystore.ResourceNotFoundException', 4);
    world.aws.failNext('ssoadmin:createAccountAssignment', 'SsoAdmin.ResourceNotFoundException', 4);
    const { outcomes } = await give(world);
    expect(outcomes).toEqual([['yuki@kumoworks.example', 'groups: done', `${DEV} Developer: done`]]);
  });

  test('of createGroupMembership: they are in the group once', async () => {
    const world = await startCenter();
    lose(world, 'identitystore:createGroupMembership');
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [] });
    expect(outcomes).toEqual([['yuki@kumoworks.example', 'groups: done']]);
    expect(found(world, yuki.userName)?.groups).toEqual(['Engineering']);
  });

  test('of createAccountAssignment: it is assigned once', async () => {
    const world = await startCenter({ assignmentMs: 10 });
    lose(world, 'ssoadmin:createAccountAssignment');
    const { outcomes } = await give(world);
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
    expect(found(world, yuki.userName)?.has).toEqual([`${DEV} Developer`]);
  });

  test('of deleteUser: they are gone, and that is not called a user who is left', async () => {
    const world = await startCenter();
    failing(world);
    lose(world, 'identitystore:deleteUser');
    const { people } = await give(world);
    expect(people[0]?.left).toBeUndefined();
    expect(found(world, yuki.userName)).toBeUndefined();
  });
});

describe('a new user for whom nothing was achieved', () => {
  test('is taken back; somebody who was there before is not touched', async () => {
    const world = await startCenter();
    failing(world);
    const { outcomes, told } = await give(world, { users: [yuki, ken] });
    expect(outcomes.flat().filter((line) => line.includes('AssignmentFailed'))).toHaveLength(2);
    expect(told).toEqual([]);
    expect(found(world, yuki.userName)).toBeUndefined();
    expect(found(world, ken.userName)).toMatchObject({ groups: ['Engineering'], has: [] });
    expect(changes(world)).toEqual(['createUser', 'deleteUser']);
    expect(strays(world)).toEqual([]);
  });

  test('leaves their groups before they are deleted', async () => {
    const world = await startCenter();
    world.publish(
      published('engineering', { grants: { groups: ['DataPlatform', 'Engineering', 'AWSControlTowerAdmins'] } }),
    );
    const { outcomes, told } = await give(world, { profile: 'engineering', accounts: [] });
    expect(outcomes).toEqual([['yuki@kumoworks.example', 'groups: failed, DirectoryNotPermitted']]);
    expect(told).toEqual([]);
    expect(changes(world)).toEqual([
      'createUser',
      ...Array(3).fill('createGroupMembership'),
      ...Array(2).fill('deleteGroupMembership'),
      'deleteUser',
    ]);
    expect(strays(world)).toEqual([]);
  });

  test.each(['Identitystore.AccessDeniedException', 'Identitystore.ThrottlingException'])(
    'and who cannot be deleted, for %s, is left without anything, and that is said',
    async (error) => {
      const world = await startCenter();
      failing(world);
      world.aws.failNext('identitystore:deleteUser', error, 99);
      const { people, told } = await give(world);
      expect(people[0]).toMatchObject({ left: { Error: 'InertUserLeft' } });
      expect(told).toEqual([]);
      expect(found(world, yuki.userName)).toMatchObject({ groups: [], has: [] });
    },
  );

  test.each([
    ['assigned', 'ssoadmin:listAccountAssignmentsForPrincipal', 'SsoAdmin.AccessDeniedException'],
    ['a member of', 'identitystore:listGroupMembershipsForMember', 'Identitystore.AccessDeniedException'],
  ])('and of whom it cannot be told what they are %s meanwhile stays', async (_what, read, error) => {
    const world = await startCenter();
    failing(world);
    world.aws.failNext(read, error, 9);
    const { people } = await give(world);
    expect(people[0]).toMatchObject({ left: { Error: 'InertUserLeft' } });
    expect(callsOf(world, 'identitystore:deleteUser')).toBe(0);
  });

  test('and whose making lost its answer stays: it may have been another request’s', async () => {
    const world = await startCenter();
    failing(world);
    lose(world, 'identitystore:createUser');
    const { people } = await give(world);
    expect(people[0]).toMatchObject({ left: { Error: 'InertUserLeft' } });
    expect(callsOf(world, 'identitystore:deleteUser')).toBe(0);
  });

  test('but was given something by another request meanwhile stays with it', async () => {
    const world = await startCenter();
    failing(world);
    const refusal = world.aws.hold('ssoadmin:createAccountAssignment');
    const running = give(world);
    await refusal.reached;
    const { assignments, users } = world.aws.look.identityCenter;
    const principalId = [...users.values()].find(isYuki)?.userId ?? '';
    assignments.push({ accountId: SEARCH, permissionSetArn: setArn('Developer'), principalType: 'USER', principalId });
    refusal.release();
    const { people, outcomes } = await running;
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: failed, AssignmentFailed, No.`]]);
    expect(people[0]?.left).toBeUndefined();
    expect(found(world, yuki.userName)?.has).toEqual([`${SEARCH} Developer`]);
  });
});

const isYuki = ({ userName }: { userName: string }) => userName === yuki.userName;

describe('a new user who was given anything', () => {
  test('stays, whatever failed besides', async () => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { grants: { groups: ['Engineering'] } }));
    failing(world);
    const { outcomes, told } = await give(world);
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', 'groups: done', `${DEV} Developer: failed, AssignmentFailed, No.`],
    ]);
    expect(told).toHaveLength(1);
    expect(found(world, yuki.userName)?.groups).toEqual(['Engineering']);
  });

  test('stays, where the first place is the one that failed', async () => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { grants: { groups: ['AWSControlTowerAdmins'] } }));
    const { outcomes } = await give(world);
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', 'groups: failed, DirectoryNotPermitted', `${DEV} Developer: done`],
    ]);
    expect(callsOf(world, 'identitystore:deleteUser')).toBe(0);
  });
});
