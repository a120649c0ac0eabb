import { expect, test } from 'vitest';
import { onboard, request, startAws, type World, yuki } from './world.ts';

const dev = '111122223333';
const refusal = { cause: 'User: arn:aws:sts::x is not authorized to perform: iam:x' };
const forEver = 99;

type Fault = Parameters<World['aws']['failNext']>;
const lost: Fault[3] = { after: true };

/** What is told of somebody after these faults, and what IAM holds. */
async function told(...faults: Fault[]) {
  const world = await startAws();
  await onboard(world, request(), {
    beforeApproval: () => {
      for (const fault of faults) world.aws.failNext(...fault);
    },
  });
  const [{ people }] = JSON.parse(world.aws.seen.queueBodies().at(-1) ?? '').input.outcomes;
  const { Status, Error: error } = people[0].Outcomes[0];
  const calls = world.aws.seen.calls().map(({ action }) => action);
  return { status: Status, error, user: await world.user(dev, yuki.userName), calls };
}

test.each<[what: string, faults: Fault[]]>([
  ['the answer is lost', [['iam:createUser', 'Iam.SdkClientException', 1, lost]]],
  [
    'the answer is lost, and IAM fails from then on',
    [
      ['iam:createUser', 'Iam.SdkClientException', 1, lost],
      ['iam:createUser', 'Iam.ServiceFailureException', forEver],
    ],
  ],
  [
    'the answer is lost, and nobody may make users from then on',
    [
      ['iam:createUser', 'States.Timeout', 1, lost],
      ['iam:createUser', 'Iam.IamException', forEver, refusal],
    ],
  ],
  ['IAM fails for a while', [['iam:createUser', 'Iam.ServiceFailureException', 6]]],
  [
    'the answer is lost, and the user is not known everywhere for a while',
    [
      ['iam:createUser', 'Iam.SdkClientException', 1, lost],
      ['iam:getUser', 'Iam.NoSuchEntityException', 2],
    ],
  ],
])('whoever was made when %s is finished', async (_what, faults) => {
  const { status, user } = await told(...faults);
  expect(status).toBe('done');
  expect(user).toMatchObject({ groups: ['Developers'], policies: ['arn:aws:iam::aws:policy/IAMUserChangePassword'] });
});

const cannotLook = (name: string, more?: Fault[3]): Fault[] => [['iam:getUser', name, forEver, more]];

test.each<[what: string, faults: Fault[]]>([
  [
    'IAM says that there is one',
    [['iam:createUser', 'Iam.SdkClientException', 1, lost], ...cannotLook('Iam.IamException', refusal)],
  ],
  [
    'IAM fails from then on',
    [
      ['iam:createUser', 'Iam.SdkClientException', 1, lost],
      ['iam:createUser', 'Iam.ServiceFailureException', forEver],
      ...cannotLook('Iam.ServiceFailureException'),
    ],
  ],
  [
    'nobody may make users from then on',
    [
      ['iam:createUser', 'Iam.SdkClientException', 1, lost],
      ['iam:createUser', 'Iam.IamException', forEver, refusal],
      ...cannotLook('Iam.IamException', refusal),
    ],
  ],
])(
  'of whom the answer was lost and whom nobody can look for it is told that they may exist: %s',
  async (_what, faults) => {
    const { status, error, user } = await told(...faults);
    expect({ status, error }).toEqual({ status: 'failed', error: 'UserMayExist' });
    expect(user).toBeDefined();
  },
);

test.each<[what: string, error: string, faults: Fault[]]>([
  ['IAM fails for good', 'Iam.ServiceFailureException', [['iam:createUser', 'Iam.ServiceFailureException', forEver]]],
  [
    'IAM fails at first and nobody may make users then',
    'NotPermitted',
    [
      ['iam:createUser', 'Iam.ServiceFailureException', 1],
      ['iam:createUser', 'Iam.IamException', forEver, refusal],
    ],
  ],
])('nobody was made when %s, and IAM has said so', async (_what, expected, faults) => {
  const { status, error, user } = await told(...faults);
  expect({ status, error, user }).toEqual({ status: 'failed', error: expected, user: undefined });
});

test('what is refused at once was not done: nothing is asked again', async () => {
  const { status, error, calls } = await told(['iam:createUser', 'Iam.IamException', forEver, refusal]);
  expect({ status, error }).toEqual({ status: 'failed', error: 'NotPermitted' });
  // One look before the approval, and none after it.
  expect(calls.filter((action) => action === 'iam:getUser')).toHaveLength(1);
});

const nothingAttached: Fault = ['iam:attachUserPolicy', 'Iam.ServiceFailureException', forEver];

test.each<[what: string, error: string, isThere: boolean, faults: Fault[]]>([
  [
    'is not known everywhere yet',
    'Iam.ServiceFailureException',
    false,
    [['iam:deleteUser', 'Iam.NoSuchEntityException', 2]],
  ],
  [
    'is deleted while the answer is lost',
    'Iam.ServiceFailureException',
    false,
    [['iam:deleteUser', 'Iam.SdkClientException', 1, lost]],
  ],
  [
    'is deleted while IAM says another thing',
    'Iam.ServiceFailureException',
    false,
    [['iam:deleteUser', 'Iam.InvalidInputException', 1, lost]],
  ],
  [
    'is deleted while IAM says another thing, and fails for a while when it is asked',
    'Iam.ServiceFailureException',
    false,
    [
      ['iam:deleteUser', 'Iam.InvalidInputException', 1, lost],
      ['iam:getUser', 'Iam.ServiceFailureException', 3],
    ],
  ],
  ['cannot be deleted', 'UndoFailed', true, [['iam:deleteUser', 'Iam.ServiceFailureException', forEver]]],
])('a user who could not be finished and %s', async (_what, expected, isThere, faults) => {
  const { status, error, user } = await told(nothingAttached, ...faults);
  expect({ status, error, isThere: user !== undefined }).toEqual({ status: 'failed', error: expected, isThere });
});

test('what gives something is started again only where it did not start: an earlier start may have given it', async () => {
  const world = await startAws();
  const provisioned = async () =>
    (await world.get('/executions')).executions?.filter(({ machine }) => machine === 'provision-iam-user').length;
  const lastTask = () => JSON.parse(world.aws.seen.queueBodies().at(-1) ?? '').input;

  await onboard(world, request(), {
    beforeApproval: () => world.aws.failNext('states:startExecution', 'StepFunctions.AWSStepFunctionsException', 3),
  });
  expect(await provisioned()).toBe(1);
  expect(lastTask().outcomes[0]).toMatchObject({ people: [{ Outcomes: [{ Status: 'done' }] }] });

  await onboard(world, request({ accounts: ['222233334444'] }), {
    beforeApproval: () =>
      world.aws.failNext('states:startExecution', 'States.TaskFailed', 1, {
        after: true,
        cause: '{"Status":"FAILED"}',
      }),
  });
  expect(await provisioned()).toBe(2);
  expect(lastTask().outcomes[0].trouble).toEqual({ Error: 'States.TaskFailed' });
  expect(await world.user('222233334444', yuki.userName)).toBeDefined();
});

test('where the batches break off in a way that nobody has foreseen, some may have been given something', async () => {
  const world = await startAws();
  await onboard(world, request(), {
    beforeApproval: () =>
      world.aws.failNext('states:startExecution', 'States.TaskFailed', 1, { after: true, cause: '{cut off}' }),
  });

  const { trouble } = JSON.parse(world.aws.seen.queueBodies().at(-1) ?? '').input;
  expect(trouble).toMatchObject({ Error: 'BrokenOff' });
  expect(await world.user(dev, yuki.userName)).toBeDefined();
});
