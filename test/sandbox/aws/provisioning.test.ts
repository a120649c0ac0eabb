import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { developer, onboard, request, startAws, yuki } from './world.ts';

const payments = '111122223333';
const search = '222233334444';
const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword';
const hiro = { ...yuki, userName: 'hiro', slackUserId: 'U0HIRO', claimant: 'U0HIRO' };

/** The input of the last task says what became of everybody. */
async function outcomes(...[world, input, more]: Parameters<typeof onboard>) {
  const { tasks } = await onboard(world, input, more);
  const report = world.aws.seen.queueBodies().at(-1) ?? '';
  const [{ people, trouble }] = JSON.parse(report).input.outcomes;
  return { tasks, people, trouble };
}

const delivered = { delivered: { by: 'slack' } };
const failed = (name: string, AccountId = payments) => ({ AccountId, Status: 'failed', Error: name });

test('a user who exists already is left untouched and reported', async () => {
  const world = await startAws();
  const omar = { ...yuki, userName: 'Omar@Kumoworks.example' };

  const { tasks, people } = await outcomes(world, request({ accounts: [search] }), { users: [omar, yuki] });

  expect(people).toMatchObject([
    { userName: 'Omar@Kumoworks.example', Outcomes: [failed('UserAlreadyExists', search)] },
    { userName: 'yuki@kumoworks.example', ...delivered },
  ]);
  expect(tasks.filter((task) => task === 'deliver')).toHaveLength(1);
  expect(await world.user(search, 'omar@kumoworks.example')).toMatchObject({ path: '/', groups: [], tags: {} });
});

test('one person gets a user in each account; where one fails the others stand, and each says where to sign in', async () => {
  const world = await startAws();
  const omar = { ...yuki, userName: 'omar@kumoworks.example' };

  const { people } = await outcomes(world, request({ accounts: [payments, search] }), { users: [omar] });

  expect(people).toMatchObject([
    {
      ...delivered,
      Outcomes: [
        {
          AccountId: payments,
          Status: 'done',
          FirstSignIn: 'temporary-password',
          SignIn: { LoginURL: 'https://kumo-payments-dev.signin.aws.amazon.com/console' },
          User: { UserId: world.userId(payments, omar.userName) },
        },
        failed('UserAlreadyExists', search),
      ],
    },
  ]);
});

test('when a policy cannot be attached for good, everything made is undone', async () => {
  const world = await startAws();
  world.aws.failNext('iam:attachUserPolicy', 'Iam.ServiceFailureException', 100);

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([{ userName: yuki.userName, Outcomes: [failed('Iam.ServiceFailureException')] }]);
  expect(await world.user(payments, yuki.userName)).toBeUndefined();
});

test('when a group is missing, the user is undone and the outcome says that it was a group', async () => {
  const stackParameters = { AllowedGroupArns: 'arn:aws:iam::*:group/Pilots' };
  const world = await startAws({}, { ...kumoworks, stackParameters });
  world.publish({ ...developer, grants: { groups: ['Pilots'], policyArns: [changePassword] } });

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([{ Outcomes: [failed('GroupMissing')] }]);
  expect(await world.user(payments, yuki.userName)).toBeUndefined();
});

test('when a policy is missing, the user is undone and the outcome says that it was a policy', async () => {
  const gone = 'arn:aws:iam::aws:policy/Gone';
  const stackParameters = { ...kumoworks.stackParameters, AllowedPolicyArns: gone };
  const world = await startAws({}, { ...kumoworks, stackParameters });
  world.publish({ ...developer, grants: { groups: ['Developers'], policyArns: [gone] } });

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([{ Outcomes: [failed('PolicyMissing')] }]);
  expect(await world.user(payments, yuki.userName)).toBeUndefined();
});

test.each([
  ['group', { groups: ['Pilots'], policyArns: [changePassword] }],
  ['policy', { groups: ['Developers'], policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }],
])(
  'when the stack does not name a %s of the profile, the user is undone and the outcome says whose turn it is',
  async (_what, grants) => {
    const world = await startAws();
    world.publish({ ...developer, grants });

    const { people } = await outcomes(world, request());

    expect(people).toMatchObject([{ Outcomes: [failed('NotPermitted')] }]);
    expect(await world.user(payments, yuki.userName)).toBeUndefined();
  },
);

test('when the answer of CreateUser is lost, the user is recognized and finished', async () => {
  const world = await startAws();
  world.aws.failNext('iam:createUser', 'Iam.SdkClientException', 1, { after: true });

  const { people } = await outcomes(world, request());

  const UserId = world.userId(payments, yuki.userName);
  expect(people).toMatchObject([{ userName: yuki.userName, ...delivered, Outcomes: [{ User: { UserId } }] }]);
  expect(await world.user(payments, yuki.userName)).toMatchObject({ groups: ['Developers'] });
});

test('an error that passes is retried, and nobody notices', async () => {
  const world = await startAws();
  world.aws.failNext('iam:addUserToGroup', 'Iam.NoSuchEntityException', 2);

  const { people } = await outcomes(world, request());

  expect(people).toMatchObject([delivered]);
});

test('of ten accounts three are unreachable, one is suspended and one is gone: the others get their users', async () => {
  const bare = ['333344446666', '444455556666'];
  const organization = {
    ...kumoworks,
    accounts: kumoworks.accounts.map((account) =>
      bare.includes(account.id) ? { ...account, withoutRoles: true as const } : account,
    ),
  };
  const world = await startAws({}, organization);
  const good = [payments, '111122224444', search, '222233335555', '444455557777'];
  const unreachable = [...bare, '555566667777'];
  const accounts = [...good, ...unreachable, '999988887777', '123456789012'];

  const { people } = await outcomes(world, request({ accounts }), { users: [yuki, hiro] });

  for (const { Outcomes } of people)
    expect(Outcomes).toMatchObject([
      ...good.map((AccountId) => ({ AccountId, Status: 'done' })),
      ...unreachable.map((id) => failed('AccountUnreachable', id)),
      failed('AccountNotActive', '999988887777'),
      failed('AccountNotFound', '123456789012'),
    ]);
  for (const id of good) expect(await world.user(id, 'hiro')).toMatchObject({ groups: ['Developers'] });
});

test('where the roles were never deployed, every person is reported', async () => {
  const world = await startAws();

  const { people } = await outcomes(world, request({ accounts: ['555566667777'] }), { users: [yuki, hiro] });

  expect(people).toMatchObject(
    [yuki, hiro].map(({ userName }) => ({ userName, Outcomes: [failed('AccountUnreachable', '555566667777')] })),
  );
});
