import { expect, test } from 'vitest';
import {
  DEV,
  found,
  give,
  groupId,
  ken,
  lena,
  PROD,
  SEARCH,
  setArn,
  startCenter,
  userId,
  yuki,
} from './identity-center.ts';
import type { World } from './world.ts';

const LIST = 'ssoadmin:listAccountAssignmentsForPrincipal';

const assign = (name: string, accountId: string) => (world: World) =>
  void world.aws.look.identityCenter.assignments.push({
    accountId,
    permissionSetArn: setArn('ReadOnly'),
    principalType: 'USER',
    principalId:
      [...world.aws.look.identityCenter.users.values()].find(({ userName }) => userName === name)?.userId ?? name,
  });

type Case = {
  who: object;
  before?: (world: World) => unknown;
  meanwhile?: (world: World) => unknown;
  accounts?: string[];
};
const hadAccess = async ({ who, before, ...asked }: Case) => {
  const world = await startCenter();
  await before?.(world);
  const { people, outcomes } = await give(world, { users: [who], ...asked });
  expect(outcomes[0]?.[1]).toMatch(/: (done|had)$/);
  return people[0]?.hadAccess ?? false;
};

test.each<[what: string, expected: boolean, asked: Case]>([
  ['who is new', false, { who: yuki }],
  ['who is there and has nothing', false, { who: lena }],
  ['who has something elsewhere', true, { who: lena, before: assign('l.fischer', PROD) }],
  [
    'who has what is asked for, and is given nothing',
    true,
    { who: ken, before: async (world) => give(world, { users: [ken] }) },
  ],
  ['who has something through a group alone', true, { who: ken }],
  [
    'who is in a group that opens nothing',
    false,
    {
      who: lena,
      before({ aws: { identityCenter } }) {
        const { GroupId } = identityCenter.asAdmin('createGroup', { DisplayName: 'Readers' }) as { GroupId: string };
        identityCenter.asAdmin('createGroupMembership', { GroupId, MemberId: { UserId: userId('l.fischer') } });
      },
    },
  ],
  [
    'who was given something by another request, after they were inspected',
    true,
    { who: lena, meanwhile: assign('l.fischer', SEARCH) },
  ],
  [
    'who was new when they were inspected, and has got everything else by another request since',
    true,
    {
      who: yuki,
      meanwhile(world) {
        world.aws.identityCenter.asAdmin('createUser', {
          UserName: yuki.userName,
          DisplayName: 'Yuki',
          Name: { GivenName: 'Yuki', FamilyName: 'Sato' },
          Emails: [{ Value: yuki.email, Type: 'work', Primary: true }],
        });
        assign(yuki.userName, PROD)(world);
      },
    },
  ],
  [
    'of whom it cannot be told: settings that somebody gets twice do more harm than settings that they ask for',
    true,
    { who: lena, meanwhile: ({ aws }) => aws.failNext(LIST, 'SsoAdmin.AccessDeniedException', 1) },
  ],
  [
    'of whom it is told in the second try',
    false,
    { who: lena, meanwhile: ({ aws }) => aws.failNext(LIST, 'SsoAdmin.ThrottlingException', 3) },
  ],
])('%s: had access before, %s', async (_what, expected, asked) => {
  expect(await hadAccess(asked)).toBe(expected);
});

test('who has it already is told how to sign in as before, and had access', async () => {
  const world = await startCenter();
  world.aws.look.identityCenter.memberships.set('m', {
    membershipId: 'm',
    groupId: groupId('DataPlatform'),
    userId: userId('l.fischer'),
  });
  const { people } = await give(world, { users: [lena], accounts: [DEV, PROD] });
  expect(people[0]).toMatchObject({ userName: 'l.fischer', hadAccess: true });
  expect(found(world, 'l.fischer')?.has).toEqual([`${DEV} Developer`, `${PROD} Developer`]);
});

test('where somebody signs in comes with the Region and the name of the session, as they are published', async () => {
  const { people, inspection } = await give(await startCenter(), { accounts: [DEV] });
  const signIn = { LoginURL: 'https://kumoworks.awsapps.com/start', Region: 'eu-west-1', SessionName: 'kumoworks' };
  expect(inspection.Targets.map(({ SignIn }) => SignIn)).toEqual([signIn]);
  expect(people[0]?.Outcomes.map(({ SignIn }) => SignIn)).toEqual([signIn]);
});

test('so it is for membership of groups', async () => {
  const { people } = await give(await startCenter(), { profile: 'engineering', accounts: [] });
  expect(people[0]?.Outcomes[0]?.SignIn).toMatchObject({ Region: 'eu-west-1', SessionName: 'kumoworks' });
});
