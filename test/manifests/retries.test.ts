import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BRIEF_TASKS } from '../../src/contract/tasks.ts';

// How often what passes is tried again, of every task of every definition as it is deployed.

type Retrier = {
  ErrorEquals: string[];
  MaxAttempts: number;
  IntervalSeconds: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
};
type Task = { Type: 'Task'; Resource: string; Retry?: Retrier[]; Parameters: { MessageBody?: { task: string } } };
type Definition = { States: Record<string, Task | { Type: string; ItemProcessor?: Definition }> };

const folder = new URL('../../manifests/aws/state-machines/', import.meta.url);
const read = (file: string): Definition => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

const isTask = (state: { Type: string }): state is Task => state.Type === 'Task';
const tasksIn = ({ States }: Definition): [name: string, task: Task][] =>
  Object.entries(States).flatMap(([name, state]) => {
    if (isTask(state)) return [[name, state]];
    return 'ItemProcessor' in state && state.ItemProcessor ? tasksIn(state.ItemProcessor) : [];
  });

const all = readdirSync(folder).flatMap((file) =>
  tasksIn(read(file)).map(([state, task]) => ({
    machine: file.replace('.asl.json', ''),
    state,
    task,
    resource: task.Resource.replace(/.*:states:::(aws-sdk:)?/, ''),
  })),
);

/** Of the retriers the first counts that names the error. `States.TaskFailed` is every error but a timeout. */
function tries({ Retry = [] }: Task, error: string): number {
  const matches = ({ ErrorEquals }: Retrier) =>
    ErrorEquals.includes(error) || (ErrorEquals.includes('States.TaskFailed') && error !== 'States.Timeout');
  return Retry.find(matches)?.MaxAttempts ?? 0;
}

/** What passes, by service: throttling is among the errors that a model does not name, which are called like the service. */
const passing: Record<string, string[]> = {
  iam: ['ServiceFailureException', 'ConcurrentModificationException', 'IamException', 'SdkClientException'].map(
    (name) => `Iam.${name}`,
  ),
  identitystore: ['ThrottlingException', 'InternalServerException', 'IdentitystoreException', 'SdkClientException'].map(
    (name) => `Identitystore.${name}`,
  ),
  ssoadmin: ['ThrottlingException', 'InternalServerException', 'SsoAdminException', 'SdkClientException'].map(
    (name) => `SsoAdmin.${name}`,
  ),
  organizations: ['TooManyRequestsException', 'ServiceException', 'SdkClientException'].map(
    (name) => `Organizations.${name}`,
  ),
  s3: ['S3.S3Exception', 'S3.SdkClientException'],
  secretsmanager: ['InternalServiceErrorException', 'SecretsManagerException', 'SdkClientException'].map(
    (name) => `SecretsManager.${name}`,
  ),
  sns: ['SNS.InternalErrorException', 'SNS.SdkClientException'],
};

/** What may not simply be done again: the state that follows looks, or tries again. */
const ONCE = ['CreateUser', 'JoinGroup', 'CreateAssignment', 'ReadMark', 'MarkReplacement', 'UpdateLoginProfile'];

const calls = all.filter(({ resource }) => (resource.split(':')[0] ?? '') in passing);

test('whoever marks a user leaves others more time than they take to act on the mark that they found', () => {
  const { ReadMark, ReadProfileAgain, LetOthersMark } = read('issue-password.asl.json').States;
  for (const reading of [ReadMark, ReadProfileAgain]) expect(reading).toHaveProperty('TimeoutSeconds', 2);
  expect(LetOthersMark).toHaveProperty('Seconds', 3);
});

/** Somebody waits before a window for what `find-access` says. */
const enough = (machine: string): number => (machine === 'find-access' ? 3 : 4);

test.each(calls)('$machine: $state tries $resource again after what passes', ({ machine, state, task, resource }) => {
  const [service = ''] = resource.split(':');
  const errors = [...(passing[service] ?? []), 'States.Timeout'];
  const never = errors.filter((error) => tries(task, error) < enough(machine));
  expect(never).toEqual(ONCE.includes(state) ? errors : []);
});

/** What was just made, or who, may not be known everywhere yet. */
const afterMaking: Record<string, string[]> = {
  'provision-iam-user': ['GetExistingUser', 'AddUserToGroup', 'AttachUserPolicy', 'DeleteUser'],
  'issue-password': ['GetUser', 'CreateLoginProfile'],
  'provision-identity-center': ['FindByName', 'DescribeUser', 'JoinAgain', 'LeaveGroup', 'AssignAgain'],
};
const notKnownYet: Record<string, string> = {
  iam: 'Iam.NoSuchEntityException',
  identitystore: 'Identitystore.ResourceNotFoundException',
  ssoadmin: 'SsoAdmin.ResourceNotFoundException',
};

test.each(calls)(
  '$machine: $state waits for who was just made, or takes a no for a no',
  ({ machine, state, task, resource }) => {
    const error = notKnownYet[resource.split(':')[0] ?? ''];
    if (error === undefined) return;
    expect(tries(task, error) >= 3).toBe(afterMaking[machine]?.includes(state) ?? false);
  },
);

test.each(calls)('$machine: $state takes longer and longer pauses', ({ task: { Retry = [] } }) => {
  for (const { IntervalSeconds, BackoffRate, MaxAttempts } of Retry)
    expect({ IntervalSeconds, BackoffRate, isFew: MaxAttempts <= 50 }).toEqual({
      IntervalSeconds: 1,
      BackoffRate: 2,
      isFew: true,
    });
});

describe('assigning waits for others who assign', () => {
  const [assigning] = all.filter(({ state }) => state === 'AssignAgain');
  test.each(['SsoAdmin.ConflictException', 'SsoAdmin.ServiceQuotaExceededException'])('%s', (error) => {
    expect(tries(assigning?.task as Task, error)).toBe(45);
  });
});

const ofBot = all.filter(({ resource }) => resource.startsWith('sqs:'));
const nameOf = (task: Task): string => task.Parameters.MessageBody?.task ?? '';

test.each(ofBot)(
  '$machine: $state has the bot try again what passes, and not what no other try would mend',
  ({ task }) => {
    const isBrief = nameOf(task) in BRIEF_TASKS;
    const isOpen = nameOf(task) === 'await-decision';
    for (const error of ['CannotBeReached', 'MessageGone', 'MailRejected', 'PolicyChanged', 'MessageTooLong', 'Failed'])
      expect([error, tries(task, error)]).toEqual([error, 0]);
    for (const error of ['RateLimited', 'Unavailable', 'SQS.SdkClientException', 'SQS.AmazonSQSException'])
      expect([error, tries(task, error) >= (isBrief ? 3 : 60)]).toEqual([error, true]);
    if (!isBrief) expect(tries(task, 'Abandoned')).toBe(3);
    expect(tries(task, 'States.Timeout')).toBe(isBrief || isOpen ? 0 : 24);
  },
);

test.each(all.filter(({ resource }) => resource.startsWith('states:')))(
  '$machine: $state starts again what only reads, and of what gives only what did not start',
  ({ state, task }) => {
    expect(tries(task, 'States.TaskFailed')).toBe(state === 'Inspect' ? 2 : 0);
    for (const name of ['ExecutionLimitExceeded', 'ExecutionLimitExceededException', 'AWSStepFunctionsException'])
      expect(tries(task, `StepFunctions.${name}`)).toBeGreaterThan(1);
    expect(tries(task, 'States.Timeout')).toBe(0);
  },
);

test('there is no task of another kind', () => {
  const known = [...Object.keys(passing), 'sqs', 'states'];
  expect(all.filter(({ resource }) => !known.includes(resource.split(':')[0] ?? ''))).toEqual([]);
});
