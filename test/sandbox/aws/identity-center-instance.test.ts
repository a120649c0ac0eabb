import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { callsOf, DEV, found, give, published, startCenter, withoutRole, yuki } from './identity-center.ts';
import type { World } from './world.ts';

type Prepare = (world: World) => unknown;
const settingsSay = (settings: object) => (world: World) => world.publish(published('cloud-developer', { settings }));
const KMS = 'User: x is not authorized to perform: kms:Decrypt on the KMS key of the instance';
const fails = (action: string, error: string, times: number, cause?: string) => (world: World) =>
  world.aws.failNext(action, error, times, cause === undefined ? {} : { cause });

test.each<[what: string, Prepare, error: string]>([
  ['there is no instance', ({ aws }) => aws.identityCenter.change({ instance: 'none' }), 'InstanceMissing'],
  [
    'the policy names another instance, which the role does not know',
    settingsSay({ instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000' }),
    'DirectoryNotPermitted',
  ],
  ['it is being made', ({ aws }) => aws.identityCenter.change({ instance: 'CREATE_IN_PROGRESS' }), 'InstanceNotActive'],
  [
    'it is being deleted',
    ({ aws }) => aws.identityCenter.change({ instance: 'DELETE_IN_PROGRESS' }),
    'InstanceNotActive',
  ],
  ['it is in another Region', settingsSay({ region: 'us-east-1' }), 'OtherRegion'],
  ['it has another identity store', settingsSay({ identityStoreId: 'd-0000000000' }), 'StoreMismatch'],
  ['nobody deployed the stack with the roles', withoutRole('inspect'), 'DirectoryUnreachable'],
  [
    'its KMS key refuses',
    fails('identitystore:getUserId', 'Identitystore.AccessDeniedException', 1, KMS),
    'KeyRefused',
  ],
  [
    'its KMS key refuses, as the reason says',
    fails('identitystore:getUserId', 'Identitystore.AccessDeniedException', 1, 'KMS_ACCESS_DENIED'),
    'KeyRefused',
  ],
  [
    'an SCP keeps us from reading',
    fails('identitystore:getUserId', 'Identitystore.AccessDeniedException', 1),
    'DirectoryNotPermitted',
  ],
  ['it throttles for good', fails('identitystore:getUserId', 'Identitystore.ThrottlingException', 99), 'RateLimited'],
  ['it does not answer', fails('ssoadmin:describeInstance', 'States.Timeout', 99), 'Unavailable'],
  [
    'something unheard of happens',
    fails('ssoadmin:describeInstance', 'SsoAdmin.OddException', 1),
    'SsoAdmin.OddException',
  ],
])('where %s nobody is asked, nothing is made, and it is said why', async (_what, prepare, error) => {
  const world = await startCenter();
  prepare(world);
  const { trouble, told, people } = await give(world);
  expect(trouble).toEqual({ Error: error });
  expect([told, people]).toEqual([[], []]);
  expect(found(world, yuki.userName)).toBeUndefined();
  expect(callsOf(world, 'identitystore:createUser')).toBe(0);
});

test('where it throttles for a while everything is given', async () => {
  const world = await startCenter();
  for (const action of ['describeInstance', 'describePermissionSet', 'createAccountAssignment'])
    world.aws.failNext(`ssoadmin:${action}`, 'SsoAdmin.ThrottlingException', 3);
  for (const action of ['getUserId', 'createUser'])
    world.aws.failNext(`identitystore:${action}`, 'Identitystore.ThrottlingException', 3);
  const { outcomes } = await give(world);
  expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
});

test('a stack that names another home Region trusts nobody', async () => {
  const stackParameters = { ...kumoworks.identityCenter.stackParameters, HomeRegion: 'us-east-1' };
  const identityCenter = { ...kumoworks.identityCenter, stackParameters };
  const world = await startCenter({}, { ...kumoworks, identityCenter });
  expect((await give(world)).trouble).toEqual({ Error: 'DirectoryUnreachable' });
});

// What the approver was shown, and is not so any more.
test.each<[what: string, meanwhile: Prepare, outcome: string]>([
  ['the role that gives is gone', withoutRole('provision'), 'DirectoryUnreachable'],
  ['the key refuses', fails('identitystore:createUser', 'Identitystore.AccessDeniedException', 1, KMS), 'KeyRefused'],
  [
    'an SCP forbids to create',
    fails('identitystore:createUser', 'Identitystore.AccessDeniedException', 1),
    'DirectoryNotPermitted',
  ],
  [
    'creating throttles for good',
    fails('identitystore:createUser', 'Identitystore.ThrottlingException', 99),
    'RateLimited',
  ],
  [
    'the store is full',
    fails('identitystore:createUser', 'Identitystore.ServiceQuotaExceededException', 9),
    'Identitystore.ServiceQuotaExceededException',
  ],
])('where since the inspection %s, each place says so, and nobody is made', async (_what, meanwhile, error) => {
  const world = await startCenter();
  const { outcomes, told, people } = await give(world, { accounts: [DEV, '222233334444'], meanwhile });
  expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV}: failed, ${error}`, `222233334444: failed, ${error}`]]);
  expect(told).toEqual([]);
  expect(people[0]?.left).toBeUndefined();
  expect(found(world, yuki.userName)).toBeUndefined();
});
