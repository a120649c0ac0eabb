import { StateMachine } from 'aws-local-stepfunctions';
import { expect, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { readDefinition } from '../../../sandbox/aws/states/definition.ts';
import { interpret } from '../../../sandbox/aws/states/interpreter.ts';
import { roleOf, startMachine } from './machine.ts';
import { IdentityStoreId, InstanceArn, setArn, yuki } from './sdk.ts';

const task = (resource: string, Parameters: object, more: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::aws-sdk:${resource}`,
  Credentials: { RoleArn: roleOf('provision') },
  TimeoutSeconds: 60,
  Parameters,
  ...more,
});

/** Makes somebody, gives them a permission set, and asks until that is done. */
const definition = {
  StartAt: 'Create',
  States: {
    Create: task('identitystore:createUser', { IdentityStoreId, ...yuki }, { ResultPath: '$.user', Next: 'Assign' }),
    Assign: task(
      'ssoadmin:createAccountAssignment',
      {
        InstanceArn,
        'PrincipalId.$': '$.user.UserId',
        PrincipalType: 'USER',
        PermissionSetArn: setArn('Developer'),
        TargetId: '111122223333',
        TargetType: 'AWS_ACCOUNT',
      },
      {
        Retry: [{ ErrorEquals: ['SsoAdmin.ConflictException', 'SsoAdmin.ThrottlingException'] }],
        ResultSelector: { 'Status.$': '$.AccountAssignmentCreationStatus' },
        ResultPath: '$.now',
        Next: 'Settled',
      },
    ),
    Settled: {
      Type: 'Choice',
      Choices: [{ Variable: '$.now.Status.Status', StringEquals: 'IN_PROGRESS', Next: 'Pause' }],
      Default: 'Done',
    },
    Pause: { Type: 'Wait', Seconds: 6, Next: 'Ask' },
    Ask: task(
      'ssoadmin:describeAccountAssignmentCreationStatus',
      { InstanceArn, 'AccountAssignmentCreationRequestId.$': '$.now.Status.RequestId' },
      {
        ResultSelector: { 'Status.$': '$.AccountAssignmentCreationStatus' },
        ResultPath: '$.now',
        Next: 'Settled',
      },
    ),
    Done: { Type: 'Succeed', OutputPath: '$.now.Status' },
  },
};

async function run({ tasks }: ReturnType<typeof startMachine>) {
  const read = readDefinition(JSON.stringify(definition), {}, tasks.checkTask);
  const interpreter = new StateMachine(read.interpreted, { validationOptions: { checkArn: false } });
  const name = 'provision-identity-center' as never;
  const arn = 'arn:aws:states:eu-west-1:100000000001:stateMachine:boarding-pass-provision-identity-center';
  const outcome = await interpret(
    { name, arn, type: 'STANDARD', definition: read, interpreter },
    {
      executionArn: `${arn.replace('stateMachine', 'execution')}:V01`,
      name: 'V01',
      input: {},
      retryDelay: 1,
      waitDelay: 5,
      signal: new AbortController().signal,
      runTask: tasks.run,
      record: undefined,
    },
  );
  return { ...outcome, output: 'output' in outcome ? JSON.parse(outcome.output) : undefined };
}

test('a machine makes somebody and assigns, however long that takes, past conflicts and throttling', async () => {
  const machine = startMachine('provision');
  machine.controls.plan({ outcome: 'conflicts' }, { outcome: 'throttles' }, { outcome: 'hangs' });
  const running = run(machine);
  const asked = () => machine.tasks.calls.filter(({ action }) => action.endsWith('CreationStatus')).length;
  await until('a second question', () => asked() > 1);
  machine.controls.letGo();
  expect(await running).toMatchObject({ status: 'SUCCEEDED', output: { Status: 'SUCCEEDED' } });
  expect(machine.center.assignments.at(-1)).toMatchObject({ accountId: '111122223333', principalType: 'USER' });
});

test('a failure without a reason has none', async () => {
  const machine = startMachine('provision');
  machine.controls.plan({ outcome: 'fails' });
  const { output } = await run(machine);
  expect(output).toMatchObject({ Status: 'FAILED' });
  expect(output).not.toHaveProperty('FailureReason');
});

test('a name that is taken ends the execution with the error that AWS names', async () => {
  const machine = startMachine('provision');
  machine.controls.asAdmin('createUser', yuki);
  expect(await run(machine)).toMatchObject({ status: 'FAILED', error: 'Identitystore.ConflictException' });
});

test('a fault that a test plants is one of AWS’s', async () => {
  const machine = startMachine('provision');
  machine.failNext('ssoadmin:createAccountAssignment', 'SsoAdmin.ThrottlingException', 2);
  expect(await run(machine)).toMatchObject({ status: 'SUCCEEDED', output: { Status: 'SUCCEEDED' } });
});

test.each([
  ['identitystore:updateUser', {}, 'the resource identitystore:updateUser is not part of the sandbox.'],
  ['ssoadmin:createPermissionSet', {}, 'the resource ssoadmin:createPermissionSet is not part of the sandbox.'],
  ['identitystore:createUser', { Username: 'x' }, 'identitystore:createUser has no parameter Username.'],
])('a definition with %s %j is refused when it is loaded', (resource, parameters, why) => {
  expect(startMachine('provision').tasks.checkTask(resource, Object.keys(parameters))).toBe(why);
});
