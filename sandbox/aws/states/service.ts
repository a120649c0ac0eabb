import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import { isTooLarge, type Json } from '../json.ts';
import { type Operations, operation, type Service } from '../wire.ts';
import { describe, describeSync, seconds, summarize } from './described-execution.ts';
import { describeHistory } from './described-history.ts';
import { arnOf, type createExecutions, type Entry } from './executions.ts';
import type { Machine } from './machines.ts';
import type { Tokens } from './tokens.ts';

// Lengths: the API's model.
const name = z.string().min(1).optional();
const start = z.object({ stateMachineArn: z.string(), name, input: z.string().default('{}') });
const taskToken = z.string().min(1).max(2048);
const reason = { error: z.string().max(256).default(''), cause: z.string().max(32_768).default('') };
const ofExecution = z.object({ executionArn: z.string() });

/** The API of Step Functions, as far as a bot may use it. */
export function createStatesService(machines: Map<string, Machine>, executions: Executions, tokens: Tokens): Service {
  const named: Named = {
    machine(arn, type) {
      const machine = machines.get(arn);
      if (!machine) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
      if (type === undefined || machine.type === type) return machine;
      const text = 'This operation is not supported by this type of state machine';
      throw new AwsError('StateMachineTypeNotSupported', text);
    },
    entry(arn) {
      const entry = executions.find(arn);
      // Express executions have no description: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
      if (arn.includes(':express:')) throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
      if (!entry) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
      return entry;
    },
  };
  return {
    protocol: 'json-1.0',
    operations: {
      ...startOperations(executions, named),
      ...lookOperations(executions, named),
      ...tokenOperations(tokens),
    },
  };
}

/** What callers name by its ARN. */
type Named = { machine(arn: string, type?: Machine['type']): Machine; entry(arn: string): Entry };

type Executions = ReturnType<typeof createExecutions>;

/** What begins and ends executions. */
function startOperations(executions: Executions, { machine, entry }: Named): Operations {
  /** Idempotent by name while the execution runs with the same input: API_StartExecution. */
  const startOrFind = (machine: Machine, input: string, given?: string): Entry => {
    const executionName = readName(given);
    refuseBadInput(input);
    const earlier = executions.find(arnOf(machine, executionName));
    if (!earlier) return executions.start(machine, input, executionName).entry;
    if (earlier.status === 'RUNNING' && earlier.input === input) return earlier;
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${earlier.executionArn}'`);
  };

  return {
    StartExecution: operation(start, ({ stateMachineArn, input, name }) => {
      const { executionArn, startDate } = startOrFind(machine(stateMachineArn), input, name);
      return { executionArn, startDate: seconds(startDate) };
    }),

    StartSyncExecution: operation(start, async ({ stateMachineArn, input, name }) => {
      const express = machine(stateMachineArn, 'EXPRESS');
      refuseBadInput(input);
      const execution = executions.start(express, input, readName(name));
      return describeSync(execution, input);
    }),

    StopExecution: operation(ofExecution.extend(reason), ({ executionArn, error, cause }) => {
      const stopped = entry(executionArn);
      executions.running(executionArn)?.stop(error, cause);
      return { stopDate: seconds(stopped.stopDate ?? new Date()) };
    }),
  };
}

/** What only looks. */
const lookOperations = (executions: Executions, { machine, entry }: Named): Operations => ({
  DescribeStateMachine: operation(z.object({ stateMachineArn: z.string() }), ({ stateMachineArn }) => {
    const { arn, type, definition } = machine(stateMachineArn);
    return {
      stateMachineArn: arn,
      name: arn.split(':').at(-1),
      type,
      status: 'ACTIVE',
      definition: JSON.stringify(definition.interpreted),
      creationDate: 1_577_836_800,
    };
  }),

  DescribeExecution: operation(ofExecution, ({ executionArn }) => describe(entry(executionArn))),

  ListExecutions: operation(
    z.object({
      stateMachineArn: z.string(),
      statusFilter: z.string().optional(),
      maxResults: z.number().int().min(0).max(1000).default(0),
      nextToken: z.string().optional(),
    }),
    ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
      const { arn } = machine(stateMachineArn, 'STANDARD');
      const found = executions
        .all()
        .filter(({ machine, status }) => machine.arn === arn && (!statusFilter || status === statusFilter));
      const begin = nextToken ? found.findIndex(({ executionArn }) => executionArn === nextToken) : 0;
      if (begin < 0) throw new AwsError('InvalidToken', `Invalid Token: '${nextToken}'`);
      const end = begin + (maxResults || 100);
      return { executions: found.slice(begin, end).map(summarize), nextToken: found[end]?.executionArn };
    },
  ),

  GetExecutionHistory: operation(
    ofExecution.extend({
      maxResults: z.number().int().min(0).max(1000).default(0),
      reverseOrder: z.boolean().default(false),
      nextToken: z.string().regex(/^\d+$/).optional(),
    }),
    ({ executionArn, maxResults, reverseOrder, nextToken }) => {
      const all = describeHistory(entry(executionArn));
      const events = reverseOrder ? all.toReversed() : all;
      const begin = Number(nextToken ?? 0);
      const end = begin + (maxResults || 100);
      return { events: events.slice(begin, end), nextToken: end < events.length ? String(end) : undefined };
    },
  ),
});

/** What answers a task. */
const tokenOperations = (tokens: Tokens): Operations => ({
  SendTaskSuccess: operation(z.object({ taskToken, output: z.string() }), ({ taskToken, output }) => {
    if (isTooLarge(output)) throw new AwsError('InvalidOutput', 'Invalid Output: more than 262144 bytes');
    tokens.succeed(taskToken, readJson(output, 'InvalidOutput'));
    return {};
  }),
  SendTaskFailure: operation(z.object({ taskToken, ...reason }), ({ taskToken, error, cause }) => {
    tokens.fail(taskToken, error, cause);
    return {};
  }),
  SendTaskHeartbeat: operation(z.object({ taskToken }), ({ taskToken }) => {
    tokens.beat(taskToken);
    return {};
  }),
});

/** Names: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
function readName(given?: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: AWS names them among what a name must not contain
  if (given && (given.length > 80 || /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(given))) {
    throw new AwsError('InvalidName', `Invalid Name: '${given}'`);
  }
  return given ?? randomUUID();
}

function refuseBadInput(input: string): void {
  if (isTooLarge(input)) throw new AwsError('InvalidExecutionInput', 'Invalid State Machine Execution Input: too long');
  readJson(input, 'InvalidExecutionInput');
}

function readJson(text: string, errorName: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError(errorName, `Invalid JSON: ${text.slice(0, 100)}`);
  }
}
