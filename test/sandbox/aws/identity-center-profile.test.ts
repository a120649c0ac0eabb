import { describe, expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import {
  CLOSED,
  callsOf,
  DEV,
  effectsIn,
  found,
  give,
  groupId,
  inShort,
  ken,
  published,
  SEARCH,
  setArn,
  startCenter,
  yuki,
} from './identity-center.ts';
import type { World } from './world.ts';

const nobody = setArn('Developer').replace('ps-2222bbbb2222bbbb', 'ps-0000000000000000');
const sets = (...names: string[]) => ({ grants: { permissionSets: names.map(setArn) } });

/** The organization with permission sets that are otherwise, or more of them; the role may use them all. */
function withSets(change: Record<string, object>): Organization {
  const { identityCenter } = kumoworks;
  const permissionSets = identityCenter.permissionSets.map((set) => ({ ...set, ...change[set.name] }));
  const PermissionSetArns = [...permissionSets.map(({ arn }) => arn), nobody].join(',');
  const stackParameters = { ...identityCenter.stackParameters, PermissionSetArns };
  return { ...kumoworks, identityCenter: { ...identityCenter, permissionSets, stackParameters } };
}

describe('groups', () => {
  test('one that does not exist closes membership, before and after; accounts stand', async () => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { grants: { groups: ['Engineering', 'Nowhere'] } }));
    const { inspection, outcomes } = await give(world, { users: [yuki, ken] });
    expect(inspection.Targets[0]).toMatchObject({
      AccountId: 'groups',
      Problem: { Error: 'GroupMissing' },
      Checked: [
        { Name: 'Engineering', Exists: true },
        { Name: 'Nowhere', Exists: false },
      ],
    });
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', 'groups: failed, GroupMissing', `${DEV} Developer: done`],
      ['Ken@Kumoworks.example', 'groups: failed, GroupMissing', `${DEV} Developer: done`],
    ]);
    expect(found(world, yuki.userName)?.groups).toEqual([]);
  });

  test('where groups are all, and one does not exist, nobody is made', async () => {
    const world = await startCenter();
    world.publish(published('engineering', { grants: { groups: ['Nowhere'] } }));
    const { outcomes, told } = await give(world, { profile: 'engineering', accounts: [] });
    expect(outcomes).toEqual([['yuki@kumoworks.example', 'groups: failed, GroupMissing']]);
    expect(told).toEqual([]);
    expect(callsOf(world, 'identitystore:createUser')).toBe(0);
  });

  test('one that was made anew since is another group: who was approved for the old one is not let into it', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, {
      profile: 'engineering',
      accounts: [],
      users: [yuki, ken],
      meanwhile: ({ aws }) => {
        aws.identityCenter.asAdmin('deleteGroup', { GroupId: groupId('Engineering') });
        aws.identityCenter.asAdmin('createGroup', { DisplayName: 'Engineering' });
      },
    });
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', 'groups: failed, GroupMissing'],
      ['Ken@Kumoworks.example', 'groups: had'],
    ]);
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('one that the role may not fill says so, and nobody is left half in', async () => {
    const world = await startCenter();
    world.publish(published('engineering', { grants: { groups: ['DataPlatform', 'AWSControlTowerAdmins'] } }));
    const { outcomes, told } = await give(world, { profile: 'engineering', accounts: [], users: [yuki, ken] });
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', 'groups: failed, DirectoryNotPermitted'],
      ['Ken@Kumoworks.example', 'groups: failed, DirectoryNotPermitted'],
    ]);
    expect(told).toEqual([]);
    expect(found(world, ken.userName)?.groups).toEqual(['Engineering']);
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('where that cannot be undone it is said so, and who was in before stays in', async () => {
    const world = await startCenter();
    world.publish(
      published('engineering', { grants: { groups: ['Engineering', 'DataPlatform', 'AWSControlTowerAdmins'] } }),
    );
    world.aws.failNext('identitystore:deleteGroupMembership', 'Identitystore.AccessDeniedException', 99);
    const { outcomes } = await give(world, { profile: 'engineering', accounts: [], users: [ken] });
    expect(outcomes).toEqual([['Ken@Kumoworks.example', 'groups: failed, GroupsLeft']]);
    expect(found(world, ken.userName)?.groups).toEqual(['DataPlatform', 'Engineering']);
  });

  test('of a company directory: its members are decided there, and accounts stand', async () => {
    const world = await startCenter({ users: 'existing' });
    world.publish(
      published('cloud-developer', { grants: { groups: ['DataPlatform'] }, settings: { users: 'existing' } }),
    );
    const { inspection, outcomes, told } = await give(world, { users: [ken] });
    expect(inspection.Targets[0]?.Problem).toEqual({ Error: 'GroupFromDirectory' });
    expect(outcomes).toEqual([
      ['Ken@Kumoworks.example', 'groups: failed, GroupFromDirectory', `${DEV} Developer: done`],
    ]);
    expect(told[0]?.Outcomes.map(({ FirstSignIn }) => FirstSignIn)).toContain('company-account');
    expect(callsOf(world, 'identitystore:createGroupMembership')).toBe(0);
  });
});

describe('permission sets', () => {
  test('one that does not exist closes its places, the other is given', async () => {
    const world = await startCenter({}, withSets({}));
    world.publish(published('cloud-developer', sets(nobody, 'ReadOnly')));
    const { inspection, outcomes } = await give(world);
    expect(inspection.Targets.map(({ Problem }) => Problem?.Error)).toEqual(['PermissionSetMissing', undefined]);
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', `${DEV}: failed, PermissionSetMissing`, `${DEV} ReadOnly: done`],
    ]);
  });

  test('one that was deleted since says so', async () => {
    const world = await startCenter({}, withSets({}));
    const { outcomes, told } = await give(world, {
      meanwhile: ({ aws }) =>
        (aws.look.identityCenter.permissionSets as Map<string, object>).delete(setArn('Developer')),
    });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, PermissionSetMissing`]]);
    expect(told).toEqual([]);
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('one that the management account has, too, cannot be assigned by who administers for it', async () => {
    const world = await startCenter({}, withSets({ Administrator: { managedPolicies: [] } }));
    world.publish(published('cloud-developer', sets('Administrator')));
    const { outcomes } = await give(world);
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, PermissionSetInManagementAccount`]]);
    expect(callsOf(world, 'identitystore:createUser')).toBe(0);
  });

  test('so, too, where the management account comes late in a long list', async () => {
    const world = await startCenter({}, withSets({ ReadOnly: {} }));
    const { assignments } = world.aws.look.identityCenter;
    const some = {
      permissionSetArn: setArn('ReadOnly'),
      principalType: 'GROUP' as const,
      principalId: groupId('Engineering'),
    };
    for (let i = 0; i < 150; i++) assignments.push({ ...some, accountId: `${200_000_000_000 + i}` });
    assignments.push({ ...some, accountId: '100000000000' });
    const { outcomes } = await give(world, { profile: 'cloud-viewer' });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, PermissionSetInManagementAccount`]]);
  });

  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const iam = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: ['s3:*', 'iam:*'], Resource: '*' } };
  const but = (...NotAction: string[]) => ({ Statement: [{ Effect: 'Allow', NotAction, Resource: '*' }] });
  const elsewhere = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:*'], Resource: '*' },
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
    ],
  };
  const policy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
  test.each<[what: string, set: object, administers: boolean]>([
    ['AdministratorAccess', { managedPolicies: [policy('AdministratorAccess')] }, true],
    ['IAMFullAccess among others', { managedPolicies: [policy('ReadOnlyAccess'), policy('IAMFullAccess')] }, true],
    ['every action, in its own words', { managedPolicies: [], inlinePolicy: everything }, true],
    ['all but S3, in its own words', { managedPolicies: [], inlinePolicy: but('s3:*') }, true],
    ['all but IAM, in its own words', { managedPolicies: [], inlinePolicy: but('iam:*', 'sts:*') }, false],
    ['all of IAM, in its own words', { managedPolicies: [], inlinePolicy: iam }, true],
    ['a denial of everything elsewhere', { managedPolicies: [], inlinePolicy: elsewhere }, false],
    ['PowerUserAccess', { managedPolicies: [policy('PowerUserAccess')] }, false],
  ])('one with %s', async (_what, set, administers) => {
    const world = await startCenter({}, withSets({ Developer: { inlinePolicy: undefined, ...set } }));
    const given = await give(world);
    expect(given.outcomes).toEqual([
      ['yuki@kumoworks.example', administers ? `${DEV}: failed, PermissionSetAdministers` : `${DEV} Developer: done`],
    ]);
    world.publish(published('cloud-developer', { grants: { sensitive: true } }));
    const meant = await give(world, { accounts: [SEARCH] });
    expect(meant.outcomes).toEqual([['yuki@kumoworks.example', `${SEARCH} Developer: done`]]);
    expect(meant.inspection.Profile.Grants).toMatchObject({ permissionSets: [{ Administers: administers }] });
  });
});

describe('accounts', () => {
  test('a suspended one is closed before anybody is asked', async () => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { accounts: { kind: 'all', ous: [] } }));
    const { inspection, outcomes } = await give(world, { accounts: [CLOSED, DEV] });
    expect(effectsIn(inspection)[0]?.slice(1)).toEqual([`${CLOSED}: refuse, AccountNotActive`, `${DEV}: create`]);
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', `${CLOSED}: failed, AccountNotActive`, `${DEV} Developer: done`],
    ]);
    expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(1);
  });

  test('one that was suspended since fails in the words of AWS, and who has nothing else is taken back', async () => {
    const world = await startCenter({}, structuredClone(kumoworks));
    const { people } = await give(world, {
      meanwhile: ({ aws }) => Object.assign(aws.look.accounts.get(DEV)?.account ?? {}, { state: 'SUSPENDED' }),
    });
    expect(people[0]?.Outcomes.map(inShort)).toEqual([
      expect.stringMatching(/^111122223333 Developer: failed, AssignmentFailed, AWS SSO is unable to complete/),
    ]);
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('one where boarding-pass or Identity Center is run is closed before anybody is asked', async () => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { accounts: { kind: 'all', ous: [] } }));
    const { outcomes } = await give(world, { accounts: ['333344446666', '100000000001', DEV] });
    expect(outcomes[0]?.slice(1)).toEqual([
      '333344446666: failed, AccountOfOurs',
      '100000000001: failed, AccountOfOurs',
      `${DEV} Developer: done`,
    ]);
  });
});

test('a profile of more groups than the policy allows is not read', async () => {
  const world = await startCenter();
  world.publish(published('engineering', { grants: { groups: Array.from({ length: 11 }, (_, i) => `Group ${i}`) } }));
  expect((await give(world, { profile: 'engineering', accounts: [] })).trouble).toEqual({ Error: 'ProfileUnreadable' });
});

test.each<[what: string, meanwhile: (world: World) => unknown, error: string]>([
  ['is taken back', ({ aws }) => aws.profiles.remove('profiles/cloud-developer.json'), 'ProfileMissing'],
  ['is not handed out', ({ aws }) => aws.failNext('s3:getObject', 'S3.S3Exception', 99), 'ProfileUnavailable'],
  ['cannot be read', ({ aws }) => aws.profiles.put('profiles/cloud-developer.json', '{'), 'ProfileUnreadable'],
  ['is another', (world) => world.publish(published('cloud-developer', sets('ReadOnly'))), 'PolicyChanged'],
])('a profile that %s since the approval gives nothing, and says why', async (_what, meanwhile, error) => {
  const world = await startCenter();
  const { state } = await give(world, { meanwhile });
  expect(state.outcomes).toMatchObject([{ trouble: { Error: error } }]);
  expect(found(world, yuki.userName)).toBeUndefined();
});
