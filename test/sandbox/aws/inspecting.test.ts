import { describe, expect, test } from 'vitest';
import { give, published, startCenter, yuki as yukiAtPortal } from './identity-center.ts';
import { request, resolved, startAws, type World, yuki } from './world.ts';

// What inspection says where AWS does not answer it, or says no: nothing is asked of anybody, or one account is closed.

const forEver = 99;
const refusal = { cause: 'User: x is not authorized to perform: iam:x' };

/** The task after the inspection, with what was found. */
async function inspected(world: World, users = [yuki], accounts = ['111122223333', '222233334444']) {
  await world.start(request({ accounts }));
  await world.answer((await world.nextTask('resolve')).token, resolved(users));
  const { task, input } = await world.nextTask();
  return {
    task,
    ...(input as { trouble?: object; inspection?: { Targets: object[]; Users: { Effects: object[] }[] } }),
  };
}

describe.each([
  ['IAM', (world: World) => inspected(world)],
  ['Identity Center', async (world: World) => ({ task: 'report', ...(await give(world)) })],
])('a request for %s', (method, look) => {
  const start = () => (method === 'IAM' ? startAws() : startCenter());
  const key = `profiles/${method === 'IAM' ? 'developer' : 'cloud-developer'}.json`;

  test.each<[what: string, prepare: (world: World) => void, error: string]>([
    ['the profile is not published', ({ aws }) => aws.profiles.remove(key), 'ProfileMissing'],
    [
      'S3 does not hand it out',
      ({ aws }) => aws.failNext('s3:getObject', 'S3.S3Exception', forEver),
      'ProfileUnavailable',
    ],
    ['it is no JSON', ({ aws }) => aws.profiles.put(key, '{'), 'ProfileUnreadable'],
    [
      'the organization does not answer',
      ({ aws }) => aws.failNext('organizations:describeOrganization', 'Organizations.AccessDeniedException', forEver),
      'OrganizationUnreadable',
    ],
  ])('ends where %s', async (_what, prepare, error) => {
    const world = await start();
    prepare(world);
    expect(await look(world)).toMatchObject({ task: 'report', trouble: { Error: error } });
  });
});

describe('an account of IAM', () => {
  const closed = (error: string) => ({ Problem: { Error: error }, SignIn: null });
  test.each<[what: string, action: string, error: string, cause: string | undefined, problem: string]>([
    [
      'that does not say whether a group exists',
      'iam:getGroup',
      'Iam.ServiceFailureException',
      undefined,
      'Iam.ServiceFailureException',
    ],
    ['whose groups may not be read', 'iam:getGroup', 'Iam.IamException', refusal.cause, 'NotPermitted'],
    ['whose alias may not be read', 'iam:listAccountAliases', 'Iam.IamException', refusal.cause, 'NotPermitted'],
    [
      'whose role cannot be assumed',
      'iam:listAccountAliases',
      'Iam.IamException',
      'User: x is not authorized to perform: sts:AssumeRole on resource: y',
      'AccountUnreachable',
    ],
    [
      'that Organizations does not describe',
      'organizations:describeAccount',
      'Organizations.ServiceException',
      undefined,
      'Organizations.ServiceException',
    ],
    [
      'that Organizations does not know',
      'organizations:describeAccount',
      'Organizations.AccountNotFoundException',
      undefined,
      'AccountNotFound',
    ],
  ])('%s is closed', async (_what, action, error, cause, problem) => {
    const world = await startAws();
    world.aws.failNext(action, error, forEver, cause === undefined ? {} : { cause });
    const { task, inspection } = await inspected(world, [yuki], ['111122223333']);
    expect(task).toBe('announce');
    expect(inspection?.Targets).toMatchObject([closed(problem)]);
    expect(inspection?.Users[0]?.Effects).toMatchObject([{ Effect: 'refuse', Why: problem }]);
  });

  test('whose units cannot be read is closed', async () => {
    const world = await startAws();
    world.publish(byUnit);
    world.aws.failNext('organizations:listParents', 'Organizations.ServiceException', forEver);
    const { inspection } = await inspected(world, [yuki], ['111122223333']);
    expect(inspection?.Targets).toMatchObject([closed('Organizations.ServiceException')]);
  });

  test('that does not say who exists refuses that one person', async () => {
    const world = await startAws();
    world.aws.failNext('iam:getUser', 'Iam.InvalidInputException');
    const { inspection } = await inspected(world, [yuki, { ...yuki, userName: 'omar' }], ['111122223333']);
    expect(inspection?.Users.map(({ Effects }) => Effects[0]).toSorted(byEffect)).toMatchObject([
      { Effect: 'create' },
      { Effect: 'refuse', Why: 'Iam.InvalidInputException' },
    ]);
  });
});

const byUnit = {
  id: 'developer',
  method: 'iam-user',
  grants: { groups: ['Developers'], policyArns: [] },
  accounts: { kind: 'units', only: [], ous: ['ou-kumo-products'], except: [] },
  approvers: { ids: [], emails: [], groups: ['S0PLATFORM'] },
};
const byEffect = (a?: object, b?: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));

describe('Identity Center', () => {
  test.each<[what: string, action: string]>([
    ['groups', 'identitystore:getGroupId'],
    ['what a group is', 'identitystore:describeGroup'],
    ['what a group opens', 'ssoadmin:listAccountAssignmentsForPrincipal'],
    ['permission sets', 'ssoadmin:describePermissionSet'],
    ['their policies', 'ssoadmin:listManagedPoliciesInPermissionSet'],
    ['people', 'identitystore:getUserId'],
  ])('where %s cannot be read nobody is asked', async (_what, action) => {
    const world = await startCenter();
    world.publish(published('cloud-developer', { grants: { groups: ['Engineering'] } }));
    const service = action.startsWith('sso') ? 'SsoAdmin' : 'Identitystore';
    world.aws.failNext(action, `${service}.AccessDeniedException`, forEver);
    const { trouble, people } = await give(world);
    expect(trouble).toEqual({ Error: 'DirectoryNotPermitted' });
    expect(people).toEqual([]);
  });

  test('a group that was deleted while it is looked at is missing', async () => {
    const world = await startCenter();
    world.publish(published('engineering', { grants: { groups: ['Engineering'] } }));
    world.aws.failNext('identitystore:describeGroup', 'Identitystore.ResourceNotFoundException');
    const { inspection } = await give(world, { profile: 'engineering', accounts: [], users: [yukiAtPortal] });
    expect(inspection.Targets).toMatchObject([{ Problem: { Error: 'GroupMissing' } }]);
  });

  test.each<[what: string, action: string, cause: string, problem: string]>([
    ['does not answer', 'describeAccount', 'x', 'Organizations.ServiceException'],
    [
      'may not be asked',
      'describeAccount',
      'x is not authorized to perform: organizations:DescribeAccount',
      'NotPermitted',
    ],
    ['does not say in which unit it is', 'listParents', 'x', 'Organizations.ServiceException'],
  ])('an account of which the organization %s is closed', async (_what, action, cause, problem) => {
    const world = await startCenter();
    world.aws.failNext(`organizations:${action}`, 'Organizations.ServiceException', forEver, { cause });
    const { inspection } = await give(world);
    expect(inspection.Targets).toMatchObject([{ Problem: { Error: problem } }]);
  });

  test('somebody whose address is written otherwise, and who is found by neither, is new', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, {
      users: [{ ...yukiAtPortal, emailAsWritten: 'Yuki@Kumoworks.example' }],
    });
    expect(outcomes).toEqual([['yuki@kumoworks.example', '111122223333 Developer: done']]);
  });
});
