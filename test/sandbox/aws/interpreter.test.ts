import { createHash } from 'node:crypto';
import { StateMachine } from 'aws-local-stepfunctions';
import { expect, test } from 'vitest';
import type { Json } from '../../../sandbox/aws/json.ts';
import { readDefinition } from '../../../sandbox/aws/states/definition.ts';
import { interpret } from '../../../sandbox/aws/states/interpreter.ts';
import type { RunTask } from '../../../sandbox/aws/states/task.ts';
import { TaskError } from '../../../sandbox/aws/task-error.ts';

/** Runs a small definition; what its tasks were called with is in `called`. */
async function run(states: object, input: Json, task: (parameters: Json) => Json | Promise<Json> = () => ({})) {
  const text = JSON.stringify({ StartAt: 'First', States: states });
  const definition = readDefinition(text, {}, () => undefined);
  const interpreter = new StateMachine(definition.interpreted, { validationOptions: { noValidate: true } });
  const called: Json[] = [];
  const runTask: RunTask = async (_resource, parameters) => {
    called.push(parameters);
    return task(parameters);
  };
  const outcome = await interpret(
    { name: 'onboarding', arn: 'arn:machine', type: 'STANDARD', definition, interpreter },
    {
      executionArn: 'arn:execution',
      name: 'V01',
      input,
      retryDelay: 0,
      signal: new AbortController().signal,
      runTask,
      record: undefined,
    },
  );
  return { outcome, called };
}

const call = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:iam:getUser', TimeoutSeconds: 60 };

test('a state that grows over 256 KiB ends the execution before the next task is called', async () => {
  const states = {
    First: { Type: 'Pass', Parameters: { 'a.$': '$.text', 'b.$': '$.text' }, Next: 'After' },
    After: { ...call, Parameters: { UserName: 'yuki' }, End: true },
  };

  const { outcome, called } = await run(states, { text: 'x'.repeat(140_000) });

  expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  expect(called).toEqual([]);
});

test('a result over 256 KiB ends the execution, whatever the state catches', async () => {
  const catchAll = [{ ErrorEquals: ['States.ALL'], Next: 'After' }];
  const states = {
    First: { ...call, Parameters: { UserName: 'yuki' }, Catch: catchAll, Next: 'After' },
    After: { Type: 'Succeed' },
  };

  const { outcome } = await run(states, {}, () => ({ text: 'x'.repeat(262_144) }));

  expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

test('after the execution has failed, no item of its Map is begun', async () => {
  const inner = { ...call, Parameters: { 'UserName.$': '$' }, End: true };
  const states = {
    First: {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: 'Inner', States: { Inner: inner } },
      End: true,
    },
  };

  const { outcome, called } = await run(states, ['a', 'b', 'c'], () => {
    throw Object.assign(new Error('no'), { name: 'Iam.IamException' });
  });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  expect(outcome).toEqual({ status: 'FAILED', error: 'Iam.IamException', cause: 'no' });
  expect(called).toEqual([{ UserName: 'a' }]);
});

test('the role of the credentials reaches the task apart from its parameters', async () => {
  const credentials = { 'RoleArn.$': "States.Format('arn:aws:iam::{}:role/r', $.AccountId)" };
  const states = { First: { ...call, Credentials: credentials, Parameters: { UserName: 'yuki' }, End: true } };

  const { outcome, called } = await run(states, { AccountId: '111122223333' }, () => ({ User: 'yuki' }));

  expect(outcome).toEqual({ status: 'SUCCEEDED', output: '{"User":"yuki"}' });
  expect(called).toEqual([{ UserName: 'yuki' }]);
});

test('a state knows how often it was retried, in each item of a Map for itself', async () => {
  const template = { 'UserName.$': '$', 'retries.$': '$$.State.RetryCount' };
  const retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 3 }];
  const inner = { ...call, Parameters: template, Retry: retry, End: true };
  const states = {
    First: { Type: 'Map', ItemProcessor: { StartAt: 'Inner', States: { Inner: inner } }, End: true },
  };
  let failures = 2;

  const { called } = await run(states, ['yuki', 'omar'], (parameters) => {
    if (JSON.stringify(parameters).includes('yuki') && failures-- > 0) throw new TaskError('Busy', 'later');
    return {};
  });

  const of = (name: string) => called.filter((one) => JSON.stringify(one).includes(name)) as Record<string, Json>[];
  expect(of('yuki').map(({ retries }) => retries)).toEqual([0, 1, 2]);
  expect(of('omar').map(({ retries }) => retries)).toEqual([0]);
});

const lengths = [0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 128, 200];
const texts = [...lengths.map((length) => 'x'.repeat(length)), '佐藤 由紀'.repeat(9), '"\\n\''.repeat(20)];

test.each(['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])('%s is as on AWS, wherever it is made', async (name) => {
  const hashOf = (path: string) => `States.Hash(${path}, '${name}')`;
  const again = {
    'selected.$': '$.hash',
    'made.$': hashOf('$.item.text'),
    'isFound.$': `States.ArrayContains(States.Array($.hash), ${hashOf('$.item.text')})`,
  };
  const states = {
    First: {
      Type: 'Map',
      ItemSelector: { 'hash.$': hashOf('$$.Map.Item.Value.text'), 'item.$': '$$.Map.Item.Value' },
      ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', Parameters: again, End: true } } },
      End: true,
    },
  };
  const items = texts.map((text) => ({ text, other: 1 }));

  const { outcome } = await run(states, items);

  const right = texts.map((text) => createHash(name.replace('-', '')).update(text).digest('hex'));
  expect(outcome.status === 'SUCCEEDED' && JSON.parse(outcome.output)).toEqual(
    right.map((hash) => ({ selected: hash, made: hash, isFound: true })),
  );
});

test.each([
  ['a number', 5],
  ['nothing', undefined],
  ['a text over 10,000 characters', 'x'.repeat(10_001)],
])('to hash %s ends the execution', async (_what, email) => {
  const pass = { Type: 'Pass', Parameters: { 'hash.$': "States.Hash($.email, 'SHA-256')" }, End: true };

  const { outcome } = await run({ First: pass }, email === undefined ? {} : { email });

  expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
});

const inner = { StartAt: 'Inner', States: { Inner: { ...call, Parameters: { 'UserName.$': '$.name' }, End: true } } };
const chosen = { 'name.$': '$$.Map.Item.Value.name', 'all.$': '$.people' };
const input = { people: [{ name: 'yuki' }, { name: 'omar' }] };

test.each([
  ['as it is written now', { ItemProcessor: inner, ItemSelector: chosen }],
  ['in the older form', { Iterator: inner, Parameters: chosen }],
  ['with an Iterator and an ItemSelector', { Iterator: inner, ItemSelector: chosen }],
  ['with an ItemProcessor and Parameters', { ItemProcessor: inner, Parameters: chosen }],
])('a Map %s gives each item what was chosen of the state’s input', async (_how, fields) => {
  const states = { First: { Type: 'Map', ItemsPath: '$.people', ResultPath: '$.made', ...fields, End: true } };

  const { outcome, called } = await run(states, input, (parameters) => ({ made: parameters }));

  expect(called).toEqual([{ UserName: 'yuki' }, { UserName: 'omar' }]);
  const made = [{ made: { UserName: 'yuki' } }, { made: { UserName: 'omar' } }];
  expect(outcome).toEqual({ status: 'SUCCEEDED', output: JSON.stringify({ ...input, made }) });
});

test('a Map in the older form without Parameters gives each item itself, and one in another is one of its own', async () => {
  const outer = { StartAt: 'Each', States: { Each: { Type: 'Map', Iterator: inner, End: true } } };
  const { outcome, called } = await run({ First: { Type: 'Map', Iterator: outer, End: true } }, [input.people, []]);

  expect(called).toEqual([{ UserName: 'yuki' }, { UserName: 'omar' }]);
  expect(outcome).toEqual({ status: 'SUCCEEDED', output: '[[{},{}],[]]' });
});
