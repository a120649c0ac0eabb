import { describe, expect, test } from 'vitest';
import {
  by,
  callsOf,
  DEV,
  found,
  give,
  groupId,
  ken,
  LISBON,
  lena,
  published,
  SEARCH,
  sam,
  setArn,
  startCenter,
  userId,
  yuki,
} from './identity-center.ts';
import { approval, developer, request, type Task, type World } from './world.ts';

// What a stolen bot may say of a request for Identity Center, and what comes of it: see docs/threat-model.md.

const about = { ...request({ profile: 'cloud-developer' }).profile, method: 'identity-center' };
const administrator = {
  Arn: setArn('Administrator'),
  Name: 'Administrator',
  PermissionSet: { Name: 'Administrator', Arn: setArn('Administrator') },
};

describe('what is given is the published profile’s word', () => {
  test.each<[what: string, more: object]>([
    ['another permission set', { profile: { ...about, grants: { permissionSets: [setArn('Administrator')] } } }],
    ['another group', { profile: { ...about, groups: ['AWSControlTowerAdmins'] } }],
    [
      'another instance',
      { profile: about, settings: { instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000' } },
    ],
    ['an inspection', { inspection: { Targets: [{ AccountId: DEV, ...administrator }], Users: [] } }],
    ['batches', { board: { batches: [[{ ...sam, userName: 'mallory' }]], inspected: [] } }],
    ['machines', { machines: { inspect: 'x', provision: 'x' } }],
  ])('%s of the request’s own changes nothing', async (_what, more) => {
    const world = await startCenter();
    const { outcomes } = await give(world, { more });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
    expect(found(world, yuki.userName)).toMatchObject({ has: [`${DEV} Developer`], groups: [] });
    expect(found(world, 'mallory')).toBeUndefined();
  });

  test('people with an id, an outcome or an assignment of their own get what was inspected', async () => {
    const world = await startCenter();
    const mallory = {
      ...yuki,
      Found: { UserId: userId('l.fischer'), UserName: 'l.fischer' },
      UserId: userId('l.fischer'),
      made: 'here',
      Outcomes: [{ AccountId: SEARCH, Status: 'done' }],
      left: { Error: 'InertUserLeft' },
    };
    const { outcomes } = await give(world, { users: [mallory] });
    expect(outcomes).toEqual([['yuki@kumoworks.example', `${DEV} Developer: done`]]);
    expect(found(world, 'l.fischer')?.has).toEqual([]);
  });
});

describe('where it is given, too', () => {
  test.each<[what: string, account: string, more: object]>([
    ['an account that is not offered', '333344445555', {}],
    ['one that is not of the organization', '123456789012', {}],
    ['the management account, called something else', '100000000000', { name: 'dev', isManagement: false }],
    ['the home account', '100000000001', {}],
  ])('%s is closed, and the others stand', async (_what, id, more) => {
    const world = await startCenter();
    const accounts = [id, DEV].map((each) => ({ id: each, name: 'x', isManagement: false, ...more }));
    const { outcomes } = await give(world, { more: { accounts } });
    expect(outcomes[0]?.[1]).toMatch(/: failed, Account(NotOffered|NotFound)$/);
    expect(outcomes[0]?.[2]).toBe(`${DEV} Developer: done`);
    expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(1);
  });

  test('eleven accounts are no request', async () => {
    const world = await startCenter();
    const accounts = Array.from({ length: 11 }, (_, i) => `${111_122_223_333 + i}`);
    const { trouble, told } = await give(world, { accounts });
    expect([trouble?.Error, told]).toEqual(['NotARequest', []]);
  });

  test('a text that is no account is not asked for anywhere', async () => {
    const world = await startCenter();
    const { people } = await give(world, { accounts: ['groups', LISBON] });
    expect(people[0]?.Outcomes[0]).toMatchObject({ Status: 'failed' });
    expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(1);
    expect(callsOf(world, 'identitystore:createGroupMembership')).toBe(0);
  });
});

describe('the method', () => {
  test('of another profile is not read', async () => {
    const world = await startCenter();
    world.publish(developer);
    const profile = { ...about, id: 'developer' };
    expect((await give(world, { more: { profile } })).trouble).toEqual({ Error: 'ProfileUnreadable' });
  });

  test('that is not the profile’s is not followed', async () => {
    const world = await startCenter();
    const { trouble, people } = await give(world, { more: { profile: { ...about, method: 'iam-user' } } });
    expect(trouble).toEqual({ Error: 'ProfileUnreadable' });
    expect(people).toEqual([]);
    expect(world.aws.look.accounts.get(DEV)?.users.size).toBe(0);
  });
});

describe('who decides', () => {
  const as =
    (email: string, slackUserId = 'U0OTHER') =>
    (waiting: Task) => ({
      ...approval(waiting),
      by: { name: 'x', slackUserId, email },
    });
  const nothing = async (world: World, name: string) =>
    expect([callsOf(world, 'ssoadmin:createAccountAssignment'), found(world, name)?.has ?? []]).toEqual([0, []]);

  test('not the user who was found, though the address that was typed is another', async () => {
    const world = await startCenter();
    world.aws.identityCenter.changeMail('l.fischer', 'l.f@partner.example');
    const { users } = world.aws.look.identityCenter;
    const user = users.get(userId('l.fischer'));
    users.set(userId('l.fischer'), { ...user, userName: 'lena@kumoworks.example' } as NonNullable<typeof user>);
    const { trouble } = await give(world, {
      users: [by('l.f@partner.example')],
      decision: as('lena@kumoworks.example'),
    });
    expect(trouble?.Error).toBe('SelfApproval');
    await nothing(world, 'lena@kumoworks.example');
  });

  test('not so, either, where the case of their name is another, nor for the others of that batch', async () => {
    const world = await startCenter();
    world.aws.identityCenter.changeMail('ken@kumoworks.example', 'k.w@partner.example');
    const users = [by('k.w@partner.example'), yuki];
    const { outcomes, told } = await give(world, { users, decision: as('ken@kumoworks.example') });
    expect(outcomes).toEqual([
      ['k.w@partner.example', `${DEV}: failed, SelfApproval`],
      ['yuki@kumoworks.example', `${DEV}: failed, SelfApproval`],
    ]);
    expect(told).toEqual([]);
    await nothing(world, 'ken@kumoworks.example');
    expect(found(world, yuki.userName)).toBeUndefined();
  });

  test('where AWS does not say who they are nothing is given', async () => {
    const world = await startCenter();
    const { outcomes } = await give(world, {
      users: [ken],
      meanwhile: ({ aws }) => aws.failNext('identitystore:getUserId', 'Identitystore.ThrottlingException', 99),
    });
    expect(outcomes).toEqual([['ken@kumoworks.example', `${DEV}: failed, RateLimited`]]);
    await nothing(world, 'ken@kumoworks.example');
  });

  test('nor anybody by the address that they get it under', async () => {
    const world = await startCenter();
    const mailbox = '2a8b6c1d';
    const { trouble } = await give(world, { users: [{ ...lena, mailbox }], decision: as('U0LENA', 'U0LENA') });
    expect(trouble?.Error).toBe('SelfApproval');
    await nothing(world, 'l.fischer');
  });

  test('nothing is given of a version that was published since', async () => {
    const world = await startCenter();
    const { outcomes, state } = await give(world, {
      users: [ken],
      meanwhile: (it) => it.publish(published('cloud-developer', { grants: { groups: ['DataPlatform'] } })),
    });
    expect(state.outcomes?.[0]?.trouble).toMatchObject({ Error: 'PolicyChanged' });
    expect(outcomes).toEqual([['ken@kumoworks.example']]);
    expect(found(world, ken.userName)).toMatchObject({ has: [], groups: ['Engineering'] });
  });
});

test('the role holds where a profile was published that names what it may not', async () => {
  const world = await startCenter();
  world.publish(
    published('cloud-developer', {
      grants: { groups: ['AWSControlTowerAdmins'], permissionSets: [setArn('Administrator')], sensitive: true },
    }),
  );
  const { trouble } = await give(world);
  expect(trouble).toEqual({ Error: 'DirectoryNotPermitted' });
  const { memberships } = world.aws.look.identityCenter;
  expect([...memberships.values()].filter((one) => one.groupId === groupId('AWSControlTowerAdmins'))).toEqual([]);
});
