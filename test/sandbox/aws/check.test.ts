import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { give, groupId, published, setArn, startCenter, withoutRole } from './identity-center.ts';
import { developer, startAws, type World } from './world.ts';

const forEver = 99;
const KMS = 'User: x is not authorized to perform: kms:Decrypt on the KMS key of the instance';

test('a profile is read as it is published, with its version; the organization can be asked', async () => {
  const world = await startAws();
  const { Profiles, Organization } = await world.check('developer', 'none');
  expect(Profiles).toEqual([
    { ProfileId: 'developer', Version: expect.stringMatching(/^".+"$/), Object: developer, Fault: null },
    { ProfileId: 'none', Problem: 'ProfileMissing' },
  ]);
  expect(Organization).toEqual({ Problem: null });
});

test.each<[what: string, prepare: (world: World) => unknown, problem: string]>([
  ['is no JSON', ({ aws }) => aws.profiles.put('profiles/developer.json', '{'), 'ProfileUnreadable'],
  ['is not handed out', ({ aws }) => aws.failNext('s3:getObject', 'S3.S3Exception', forEver), 'ProfileUnavailable'],
])('of a profile that %s it is said so', async (_what, prepare, problem) => {
  const world = await startAws();
  prepare(world);
  expect((await world.check('developer')).Profiles).toEqual([{ ProfileId: 'developer', Problem: problem }]);
});

test.each(['describeOrganization', 'describeAccount', 'listParents'])(
  'where the organization does not answer %s that is said, and profiles are read all the same',
  async (action) => {
    const world = await startAws();
    world.aws.failNext(`organizations:${action}`, 'Organizations.AccessDeniedException', forEver);
    const { Profiles, Organization } = await world.check('developer');
    expect(Organization).toEqual({ Problem: 'OrganizationUnreadable' });
    expect(Profiles).toMatchObject([{ ProfileId: 'developer', Fault: null }]);
  },
);

type Prepare = (world: World) => unknown;
const settings = (change: object) => (world: World) =>
  world.publish(published('cloud-developer', { settings: change }));
const fails =
  (action: string, error: string, cause = 'x') =>
  (world: World) =>
    world.aws.failNext(action, error, forEver, { cause });

test.each<[what: string, prepare: Prepare, fault: string | null]>([
  ['nothing is wrong', () => {}, null],
  ['there is no instance', ({ aws }) => aws.identityCenter.change({ instance: 'none' }), 'InstanceMissing'],
  ['it is being made', ({ aws }) => aws.identityCenter.change({ instance: 'CREATE_IN_PROGRESS' }), 'InstanceNotActive'],
  ['it is in another Region', settings({ region: 'us-east-1' }), 'OtherRegion'],
  ['it has another identity store', settings({ identityStoreId: 'd-0000000000' }), 'StoreMismatch'],
  ['nobody deployed the role', withoutRole('check'), 'DirectoryUnreachable'],
  ['its key refuses', fails('ssoadmin:describeInstance', 'SsoAdmin.AccessDeniedException', KMS), 'KeyRefused'],
  [
    'the role may not ask',
    fails('ssoadmin:describeInstance', 'SsoAdmin.AccessDeniedException'),
    'DirectoryNotPermitted',
  ],
  [
    'the role may not ask, in other words',
    fails('ssoadmin:describeInstance', 'SsoAdmin.SsoAdminException', 'User: x is not authorized to perform: sso:x'),
    'DirectoryNotPermitted',
  ],
  ['it throttles', fails('ssoadmin:describeInstance', 'SsoAdmin.ThrottlingException'), 'RateLimited'],
  ['it does not answer', fails('ssoadmin:describeInstance', 'States.Timeout'), 'Unavailable'],
  [
    'something unheard of happens',
    fails('ssoadmin:describeInstance', 'SsoAdmin.OddException'),
    'SsoAdmin.OddException',
  ],
  [
    'groups cannot be read',
    fails('identitystore:getGroupId', 'Identitystore.AccessDeniedException'),
    'DirectoryNotPermitted',
  ],
  [
    'permission sets cannot be read',
    fails('ssoadmin:describePermissionSet', 'SsoAdmin.AccessDeniedException'),
    'DirectoryNotPermitted',
  ],
])('of Identity Center, where %s', async (_what, prepare, fault) => {
  const world = await startCenter();
  world.publish(published('cloud-developer', { grants: { groups: ['Engineering'] } }));
  prepare(world);
  expect((await world.check('cloud-developer')).Profiles).toMatchObject([
    { ProfileId: 'cloud-developer', Fault: fault },
  ]);
});

const { identityCenter } = kumoworks;
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const administering = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:*', Resource: '*' } };
const allBut = (NotAction: string) => ({ Statement: [{ Effect: 'Allow', NotAction, Resource: '*' }] });
const denying = {
  Statement: [
    { Effect: 'Deny', Action: '*', Resource: '*' },
    { Effect: 'Allow', Resource: '*' },
  ],
};

/** The organization with the permission set Developer changed. */
function withDeveloper(change: object): Organization {
  const permissionSets = identityCenter.permissionSets.map((set) =>
    set.name === 'Developer' ? { ...set, ...change } : set,
  );
  return { ...kumoworks, identityCenter: { ...identityCenter, permissionSets } };
}

test.each<[what: string, set: object, prepare: Prepare]>([
  ['a policy of its own', {}, () => {}],
  ['no policy of its own', { inlinePolicy: undefined }, () => {}],
  ['everything', { inlinePolicy: everything }, () => {}],
  ['all of IAM, in one statement', { inlinePolicy: administering }, () => {}],
  ['all but S3', { inlinePolicy: allBut('s3:*') }, () => {}],
  ['all but IAM', { inlinePolicy: allBut('iam:*') }, () => {}],
  ['a denial, and a statement of nothing', { inlinePolicy: denying }, () => {}],
  ['a policy of AWS that administers', { managedPolicies: ['arn:aws:iam::aws:policy/IAMFullAccess'] }, () => {}],
  ['a boundary', { boundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }, () => {}],
  [
    'what is meant to administer',
    { inlinePolicy: everything },
    (world) => world.publish(published('cloud-developer', { grants: { groups: ['Engineering'], sensitive: true } })),
  ],
  [
    'groups that do not exist, or come from a directory',
    {},
    (world) => {
      world.aws.identityCenter.change({ users: 'existing' });
      world.publish(published('cloud-developer', { grants: { groups: ['Engineering', 'Nowhere'] } }));
    },
  ],
  [
    'a group that is deleted meanwhile',
    {},
    ({ aws }) => aws.failNext('identitystore:describeGroup', 'Identitystore.ResourceNotFoundException', 2),
  ],
  [
    'a group that opens very many accounts',
    {},
    ({ aws }) => {
      const { assignments } = aws.look.identityCenter;
      const some = {
        permissionSetArn: setArn('ReadOnly'),
        principalType: 'GROUP' as const,
        principalId: groupId('Engineering'),
      };
      for (let i = 0; i < 120; i++) assignments.push({ ...some, accountId: `${200_000_000_000 + i}` });
    },
  ],
  [
    'a set that does not exist',
    {},
    ({ aws }) => (aws.look.identityCenter.permissionSets as Map<string, object>).delete(setArn('Developer')),
  ],
  [
    'a set that the management account has, late in a long list',
    {},
    ({ aws }) => {
      const { assignments } = aws.look.identityCenter;
      const some = {
        permissionSetArn: setArn('Developer'),
        principalType: 'GROUP' as const,
        principalId: groupId('DataPlatform'),
      };
      for (let i = 0; i < 150; i++) assignments.push({ ...some, accountId: `${200_000_000_000 + i}` });
      assignments.push({ ...some, accountId: '100000000000' });
    },
  ],
])('of %s it finds what is found when somebody asks for it', async (_what, set, prepare) => {
  const world = await startCenter({}, withDeveloper(set));
  world.publish(published('cloud-developer', { grants: { groups: ['Engineering'] } }));
  prepare(world);
  const { Profiles } = await world.check('cloud-developer');
  const { inspection } = await give(world);
  expect(Profiles).toMatchObject([{ Found: inspection.Profile.Grants }]);
});
