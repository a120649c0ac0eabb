import { expect, test } from 'vitest';
import { DEV, isOver, useWorld } from './world.ts';

const bot = useWorld({ policy: (text) => text.replace('[partner.example]', '[partner.example, bounce.example]') });
const outcomeIn = async (id: string) => JSON.stringify((await bot.post(id, isOver)).blocks);

test('three people get users in the chosen account and in no other, whole, limited and without a password', async () => {
  const { id, people } = await bot.onboard({ people: ['U0YUKI', 'U0OMAR'], others: 'Sam.Lee sam.lee@partner.example' });
  expect(people).toEqual([
    { userName: 'yuki@kumoworks.example', claimant: 'U0YUKI', status: 'told', made: [DEV] },
    { userName: 'omar@kumoworks.example', claimant: 'U0OMAR', status: 'told', made: [DEV] },
    { userName: 'Sam.Lee', claimant: expect.stringMatching(/^[0-9a-f]{64}$/), status: 'told', made: [DEV] },
  ]);

  const users = await bot.users();
  expect(users.map(({ userName }) => userName).toSorted()).toEqual([
    'Sam.Lee',
    'omar@kumoworks.example',
    'yuki@kumoworks.example',
  ]);
  for (const user of users) {
    expect(user).toMatchObject({
      path: '/onboarded/',
      groups: ['Developers'],
      policies: ['arn:aws:iam::aws:policy/IAMUserChangePassword'],
      permissionsBoundary: `arn:aws:iam::${DEV}:policy/boarding-pass-boundary`,
      tags: {
        'onboarding:request': id,
        'onboarding:requested-by': 'U0AIKO',
        'onboarding:approved-by': 'U0KEN',
        'onboarding:claim': 'open',
      },
    });
  }
  const hasPassword = (name: string) => users.find(({ userName }) => userName === name)?.loginProfile !== undefined;
  expect(['yuki@kumoworks.example', 'omar@kumoworks.example', 'Sam.Lee'].map(hasPassword)).toEqual([
    false,
    false,
    true,
  ]);
  for (const account of ['111122224444', '222233335555', '444455556666']) expect(await bot.users(account)).toEqual([]);
});

test('groups come before anything else could be used: no user is without its limits for a moment', async () => {
  await bot.onboard({ people: ['U0HIRO'] });
  const actions = bot.world.aws.seen
    .calls()
    .filter(({ params }) => JSON.stringify(params).includes('hiro@'))
    .map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('iam:') && action !== 'iam:getUser')).toEqual([
    'iam:createUser',
    'iam:addUserToGroup',
    'iam:attachUserPolicy',
  ]);
});

test('a user that exists is left untouched; the approver sees it before, and both see it after', async () => {
  const before = (await bot.users('222233334444')).find(({ userName }) => userName === 'omar@kumoworks.example');
  const { id, ts } = await bot.request({ people: ['U0OMAR', 'U0LENA'], accounts: ['222233334444'] });
  expect(JSON.stringify((await bot.open(id)).blocks)).toMatch(
    /Already exist, and will be left untouched\*\\n• <@U0OMAR> → `omar@kumoworks.example`/,
  );
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect(await outcomeIn(id)).toMatch(
    /1 of 2 is all set.*omar@kumoworks.example`: no access: The account already has a user with this name/,
  );
  expect((await bot.users('222233334444')).find(({ userName }) => userName === 'omar@kumoworks.example')).toEqual(
    before,
  );
});

test('who was shown to the approver as left untouched is left untouched, even if the user was deleted since', async () => {
  bot.world.aws.asAdmin('333344446666', 'createUser', { UserName: 'LENA@kumoworks.example' });
  const { id, ts } = await bot.request({ people: ['U0LENA', 'U0OMAR'], accounts: ['333344446666'] });
  bot.world.aws.asAdmin('333344446666', 'deleteUser', { UserName: 'LENA@kumoworks.example' });
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect((await bot.users('333344446666')).map(({ userName }) => userName)).toEqual(['omar@kumoworks.example']);
});

test('an account without the roles: the approver is warned, nothing is created, and everybody is told what to do', async () => {
  const { id, ts } = await bot.request({ accounts: ['555566667777'] });
  expect(JSON.stringify((await bot.open(id)).blocks)).toMatch(/As things stand, it cannot be given.*deploy its roles/);
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect(await outcomeIn(id)).toMatch(/nobody is all set yet.*no access: boarding-pass has no way into this account/);
  const told = (await bot.as('U0AIKO').dm()).messages.at(-1);
  expect(JSON.stringify(told?.blocks)).toMatch(/deploy its roles there/);
});

test('a group that does not exist: the approver is warned; if it is approved all the same, nothing half made is left', async () => {
  const { id, ts } = await bot.request({ accounts: ['333344445555'] });
  expect(JSON.stringify((await bot.open(id)).blocks)).toContain('*Missing:* group `Developers`');
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect(await outcomeIn(id)).toMatch(
    /nobody is all set yet.*no access: A group of this kind of access does not exist/,
  );
  expect(await bot.users('333344445555')).toEqual([]);
});

test('a step that fails for good after the user was made: everything made is undone, the others go on', async () => {
  const before = (await bot.users('444455556666')).length;
  bot.world.aws.failNext('iam:attachUserPolicy', 'Iam.LimitExceededException', 1);
  const { id, people } = await bot.onboard({ people: ['U0YUKI', 'U0LENA'], accounts: ['444455556666'] });
  expect(people.map(({ status }) => status).toSorted()).toEqual(['not-created', 'told']);
  expect((await bot.users('444455556666')).length).toBe(before + 1);
  expect(await outcomeIn(id)).toMatch(/no access: A step failed unexpectedly.*Iam.LimitExceededException/);
});

test('throttling and eventual consistency are waited out', async () => {
  bot.world.aws.failNext('iam:createUser', 'Iam.IamException', 3);
  bot.world.aws.failNext('iam:addUserToGroup', 'Iam.NoSuchEntityException', 2);
  bot.world.aws.failNext('iam:attachUserPolicy', 'Iam.ServiceFailureException', 2);
  const { people } = await bot.onboard({ people: ['U0MARIA'], accounts: ['444455556666'] });
  expect(people).toMatchObject([{ userName: 'maria@kumoworks.example', status: 'told' }]);
});

test('an answer that was lost after the user was created is not taken for somebody else’s user', async () => {
  bot.world.aws.failNext('iam:createUser', 'Iam.ServiceFailureException', 1, { after: true });
  const { people } = await bot.onboard({ people: ['U0MARIA'], accounts: ['444455557777'] });
  expect(people).toMatchObject([{ userName: 'maria@kumoworks.example', status: 'told' }]);
});

test('when even the undo fails, the outcome names the half-made user', async () => {
  bot.world.aws.failNext('iam:attachUserPolicy', 'Iam.LimitExceededException', 1);
  bot.world.aws.failNext('iam:deleteUser', 'Iam.InvalidInputException', 1);
  const { id } = await bot.onboard({ people: ['U0LENA'], accounts: ['333344446666'] });
  expect(await outcomeIn(id)).toMatch(
    /removing the half-created user failed too. Have your AWS administrators delete it/,
  );
});

test('somebody whom Slack does not let the bot write to has a user, and the outcome says that they were not told', async () => {
  const request = await bot.request({ people: ['U0LENA', 'U0HIRO'], accounts: ['222233335555'] });
  const { id } = request;
  await bot.approveAnd('U0KEN', request, () => bot.world.slack.changePerson('U0LENA', { deleted: true }));
  await bot.ended(id);
  expect(await outcomeIn(id)).toMatch(
    /1 of 2 is all set.*was given access, but was not told: They cannot get messages from me/,
  );
  bot.world.slack.changePerson('U0LENA', { deleted: undefined });
});

test('a mail that is rejected is told', async () => {
  const { id } = await bot.onboard({ people: [], others: 'sam@bounce.example', accounts: ['222233335555'] });
  expect(await outcomeIn(id)).toMatch(/was given access, but was not told: The e-mail was rejected/);
});

test('Slack’s rate limit on posting is waited out by the state machine', async () => {
  const { id, ts } = await bot.request({ people: ['U0KEN'], accounts: ['333344446666'] });
  bot.world.slack.answerNext('chat.postMessage', { status: 429, retryAfter: 1 }, 2);
  await bot.approve('U0MARIA', ts);
  const { status } = await bot.ended(id);
  expect(status).toBe('SUCCEEDED');
  expect(await outcomeIn(id)).toContain('told in Slack');
});
