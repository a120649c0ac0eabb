import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import type { Outage } from '../../../sandbox/misbehaving/line.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { FINAL_TASK_ERRORS } from '../../../src/contract/errors.ts';
import { approval, developer, onboard, request, resolved, startAws, type Task, yuki } from './world.ts';

test('a request travels from Resolve to Report, and the user is there without a password', async () => {
  const world = await startAws();

  const { executionArn, tasks, status, output } = await onboard(world, request());

  expect({ status, output }).toEqual({ status: 'SUCCEEDED', output: {} });
  expect(tasks).toEqual([
    'resolve',
    'announce',
    'acknowledge',
    'await-decision',
    'look-again',
    'mark-approved',
    'tell-approved',
    'deliver',
    'report',
  ]);
  const user = await world.user('111122223333', 'yuki@kumoworks.example');
  expect(user).toMatchObject({
    path: '/onboarded/',
    groups: ['Developers'],
    policies: ['arn:aws:iam::aws:policy/IAMUserChangePassword'],
    permissionsBoundary: 'arn:aws:iam::111122223333:policy/boarding-pass-boundary',
    tags: {
      'onboarding:request': executionArn.slice(executionArn.lastIndexOf(':') + 1),
      'onboarding:approved-by': 'U0KEN',
      'onboarding:claim': 'open',
    },
  });
  expect(user).not.toHaveProperty('loginProfile');
});

test('what was found in the account is in the announcement', async () => {
  const world = await startAws();
  const omar = { ...yuki, userName: 'omar@kumoworks.example' };
  world.publish({ ...developer, grants: { groups: ['Developers', 'Pilots'], policyArns: [] } });
  await world.start(request({ accounts: ['222233334444'] }));
  const resolve = await world.nextTask('resolve');
  await world.answer(resolve.token, resolved([yuki, omar]));

  const { input } = await world.nextTask('announce');

  expect(input).toMatchObject({
    inspection: {
      Profile: { Grants: { groups: ['Developers', 'Pilots'], policyArns: [] }, Approvers: developer.approvers },
      Targets: [
        {
          AccountId: '222233334444',
          SignIn: { LoginURL: 'https://222233334444.signin.aws.amazon.com/console' },
          Checked: [
            { Kind: 'group', Name: 'Developers', Exists: true },
            { Kind: 'group', Name: 'Pilots', Exists: false },
          ],
        },
      ],
      Users: [
        { UserName: 'yuki@kumoworks.example', Effects: [{ AccountId: '222233334444', Effect: 'create' }] },
        {
          UserName: 'omar@kumoworks.example',
          Effects: [{ AccountId: '222233334444', Effect: 'refuse', Why: 'UserAlreadyExists' }],
        },
      ],
    },
  });
});

/** Ten accounts make a batch of five people. */
const TEN = kumoworks.accounts
  .filter(({ id, state }) => state === 'ACTIVE' && id !== kumoworks.homeAccount)
  .map(({ id }) => id)
  .slice(0, 10);

test('60 people are taken in batches, and every one is delivered', async () => {
  const world = await startAws();
  const users = Array.from({ length: 60 }, (_, index) => ({
    ...yuki,
    userName: `pilot-${index}`,
    slackUserId: `U${index}`,
    claimant: `U${index}`,
  }));

  const { tasks, executionArn } = await onboard(world, request(), { users });

  expect(tasks.filter((task) => task === 'deliver')).toHaveLength(60);
  const { executions = [] } = await world.get('/executions');
  expect(executions.filter(({ machine }) => machine === 'provision-iam-user')).toHaveLength(3);
  const { input } = await world.describe(executionArn);
  expect(JSON.parse(input ?? '')).toMatchObject({ requestId: 'V01' });
});

test.each<[what: string, people: number, accounts: string[], batches: number, told: number]>([
  ['one batch is told with the outcome', 20, ['111122223333'], 1, 0],
  ['a long list goes into the thread, its only batch, too', 21, ['111122223333'], 1, 1],
  ['of several batches all but the last are told meanwhile', 20, TEN, 4, 3],
  ['of a long list in several batches all are told meanwhile', 26, ['111122223333'], 2, 2],
])('%s', async (_what, count, accounts, batches, told) => {
  const world = await startAws();
  const users = Array.from({ length: count }, (_, index) => ({
    ...yuki,
    userName: `pilot-${index}`,
    slackUserId: `U${index}`,
    claimant: `U${index}`,
  }));
  const { tasks } = await onboard(world, request({ accounts }), { users });
  const { executions = [] } = await world.get('/executions');
  expect(executions.filter(({ machine }) => machine === 'provision-iam-user')).toHaveLength(batches);
  expect(tasks.filter((task) => task === 'progress')).toHaveLength(told);
});

test('without a decision in time the request expires, and its token is closed', async () => {
  const world = await startAws();
  await world.start(request({ halfTime: 1 }));
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token);
  await world.answer((await world.nextTask('acknowledge')).token);
  const first = await world.nextTask('await-decision');
  expect(first.input).not.toHaveProperty('halfTime');
  await world.answer((await world.nextTask('remind')).token);
  const second = await world.nextTask('await-decision');
  expect(second.input).toHaveProperty('halfTime');

  const { input } = await world.nextTask('report');

  expect(input).toMatchObject({ decision: { outcome: 'expired' } });
  for (const waiting of [first, second])
    await expect(world.answer(waiting.token, approval(waiting))).rejects.toMatchObject({ name: 'TaskTimedOut' });
});

test('whoever audits is told before anybody is created; where they cannot be told, nobody is', async () => {
  const world = await startAws();
  await onboard(world, request());
  const order = world.aws.seen.calls().filter(({ action }) => ['sns:publish', 'iam:createUser'].includes(action));
  expect(order.map(({ action }) => action)).toEqual(['sns:publish', 'iam:createUser']);
  expect(order[0]?.params).toMatchObject({
    TopicArn: expect.stringMatching(/:boarding-pass-notifications$/),
    Message: {
      event: 'approved',
      profile: 'developer',
      gives: developer.grants,
      to: [{ UserName: yuki.userName, Effects: [{ AccountId: '111122223333', Effect: 'create' }] }],
      claimants: ['U0YUKI'],
      emails: ['yuki@kumoworks.example'],
      requestedBy: { slackUserId: 'U0AIKO' },
      approvedBy: { slackUserId: 'U0KEN' },
    },
  });

  world.aws.failNext('sns:publish', 'SNS.KMSDisabledException', 9);
  const { executionArn } = await onboard(world, request({ accounts: ['222233334444'] }));

  expect(await world.user('222233334444', yuki.userName)).toBeUndefined();
  const reported = world.aws.seen.queueBodies().map((body): Task => JSON.parse(body));
  expect(reported.findLast(({ execution }) => execution === executionArn)).toMatchObject({
    task: 'report',
    input: { outcomes: [{ people: [{ userName: yuki.userName }], trouble: { Error: 'NotNotified' } }] },
  });
});

const aikoAnswers = { slackUserId: 'U0AIKO', email: 'other@kumoworks.example' };
test.each([
  ['by one of the people', { by: { slackUserId: 'U0YUKI', email: 'x@kumoworks.example' } }, 'SelfApproval'],
  [
    'by the e-mail of somebody who takes part',
    { by: { slackUserId: 'U0X', email: 'aiko@kumoworks.example' } },
    'SelfApproval',
  ],
  ['by the requester, even if Resolve forgot them', { by: aikoAnswers }, 'SelfApproval'],
  ['by nobody', { by: { slackUserId: '', email: '' } }, 'SelfApproval'],
  ['without a name for who decided', { by: {} }, 'SelfApproval'],
  ['by somebody without an e-mail', { by: { slackUserId: 'U0KEN' } }, 'SelfApproval'],
  ['for another request', { request: 'V02' }, 'NotThisRequest'],
  ['that names no request', { request: undefined }, 'NotThisRequest'],
  ['that is a denial for another request', { outcome: 'denied', request: 'V02' }, 'NotThisRequest'],
])('the state machine refuses a decision %s', async (_what, odd, name) => {
  const world = await startAws();
  await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token);
  await world.answer((await world.nextTask('acknowledge')).token);
  const waiting = await world.nextTask('await-decision');
  await world.answer(waiting.token, { ...approval(waiting), ...odd });

  const { input } = await world.nextTask('report');

  expect(input).toMatchObject({ trouble: { Error: name } });
  expect(await world.user('111122223333', 'yuki@kumoworks.example')).toBeUndefined();
});

test.each(['RateLimited', 'Unavailable', 'Abandoned'])(
  'a task that fails with %s comes again with a new token',
  async (error) => {
    const world = await startAws();
    await world.start(request());
    const first = await world.nextTask('resolve');
    await world.sfn.send(new SendTaskFailureCommand({ taskToken: first.token, error, cause: 'slow down' }));
    expect((await world.nextTask('resolve')).token).not.toBe(first.token);
  },
);

test('a task that nobody answers for long is sent four times, and then the request ends and says so', async () => {
  const world = await startAws();
  await world.start(request());
  for (let i = 0; i < 4; i++) {
    const { token: taskToken } = await world.nextTask('resolve');
    await world.sfn.send(new SendTaskFailureCommand({ taskToken, error: 'Abandoned', cause: 'for 45 minutes' }));
  }
  const { input } = await world.nextTask('report');
  expect(input).toMatchObject({ trouble: { Error: 'Abandoned' } });
});

test.each(FINAL_TASK_ERRORS)('a task that fails with %s is not tried again: the request ends', async (error) => {
  const world = await startAws();
  await world.start(request());
  const { token: taskToken } = await world.nextTask('resolve');
  await world.sfn.send(new SendTaskFailureCommand({ taskToken, error, cause: 'no Slack' }));

  const { input } = await world.nextTask('report');
  expect(input).toMatchObject({ trouble: { Error: error, Cause: 'no Slack' } });
});

test.each<Outage>(['refuses', 'unavailable'])(
  'while the queue %s, tasks wait for it: nothing ends, and none is lost',
  async (outage) => {
    const world = await startAws({ retryDelay: 50 });
    const back = world.aws.away('sqs', outage);
    const executionArn = await world.start(request());
    await until('some tries', () => Object.values(world.aws.met().sqs ?? {}).some((times) => times >= 5));
    back();
    const { token } = await world.nextTask('resolve');
    await world.answer(token, resolved());
    await world.nextTask('announce');
    expect((await world.describe(executionArn)).status).toBe('RUNNING');
  },
);
