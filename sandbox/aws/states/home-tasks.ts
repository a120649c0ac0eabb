import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import { isTooLarge, type Json, type JsonObject } from '../json.ts';
import { makePassword, randomPasswordRequest } from '../secrets.ts';
import type { Sending } from '../sqs/queues.ts';
import { dataLimitExceeded, serviceError, TaskError } from '../task-error.ts';
import type { Entry, Execution } from './executions.ts';
import { tokenHashPlaceholder, tokenPlaceholder } from './rewrite.ts';
import type { Task } from './task.ts';
import type { Tokens } from './tokens.ts';

const sendMessage = z.object({
  QueueUrl: z.string(),
  MessageBody: z.json(),
  MessageGroupId: z.string().optional(),
  MessageDeduplicationId: z.string().optional(),
});
const publish = z.object({ TopicArn: z.string(), Subject: z.string().max(100), Message: z.json() });
const startExecution = z.object({ StateMachineArn: z.string(), Input: z.json(), Name: z.string().optional() });

type Home = {
  tokens: Tokens;
  passwords: string[];
  send(queueUrl: string, message: Sending): Promise<void>;
  start(machineArn: string, input: string, name?: string): Execution;
  record(action: string, parameters: JsonObject): void;
};

/** The calls that a machine makes with its own role, in the account where boarding-pass lives. */
export const createHomeTasks = (home: Home): Record<string, Task> => ({
  'secretsmanager:getRandomPassword': getRandomPassword(home),
  'sqs:sendMessage.waitForTaskToken': sendMessageAndWait(home),
  'sns:publish': publishNotice(home),
  'states:startExecution.sync:2': startExecutionAndWait(home),
});

const getRandomPassword = ({ record, passwords }: Home): Task => ({
  parameters: Object.keys(randomPasswordRequest.shape),
  run(parameters) {
    record('secretsmanager:getRandomPassword', parameters);
    const request = randomPasswordRequest.safeParse(parameters);
    const password = request.success ? makePassword(request.data) : undefined;
    if (!password) {
      const text = 'The password length or the characters left out leave no password.';
      throw serviceError('SecretsManager', 'InvalidParameterException', 400, text);
    }
    passwords.push(password);
    return { RandomPassword: password };
  },
});

const sendMessageAndWait = ({ tokens, send, record }: Home): Task => ({
  parameters: Object.keys(sendMessage.shape),
  async run(parameters, { executionArn, signal, onToken }) {
    const { QueueUrl, MessageBody, MessageGroupId, MessageDeduplicationId } = sendMessage.parse(parameters);
    const template = typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody);
    const { token, answer, close } = tokens.open(executionArn, signal);
    onToken(token);
    const hash = createHash('sha256').update(token).digest('hex');
    const fill = (text: string) => text.replaceAll(tokenHashPlaceholder, hash).replaceAll(tokenPlaceholder, token);
    const body = fill(template);
    if (isTooLarge(body)) throw dataLimitExceeded('sqs:sendMessage');
    record('sqs:sendMessage', { QueueUrl, MessageBody });
    try {
      await send(QueueUrl, {
        body,
        group: MessageGroupId && fill(MessageGroupId),
        deduplicationId: MessageDeduplicationId && fill(MessageDeduplicationId),
      });
    } catch (err) {
      close();
      throw err instanceof AwsError ? serviceError('SQS', err.name, err.status, err.message) : err;
    }
    return answer;
  },
});

const publishNotice = ({ record }: Home): Task => ({
  parameters: Object.keys(publish.shape),
  run(parameters) {
    const { Message } = publish.parse(parameters);
    if (isTooLarge(JSON.stringify(Message)))
      throw serviceError('SNS', 'InvalidParameterException', 400, 'Message too long');
    record('sns:publish', parameters);
    return { MessageId: randomUUID() };
  },
});

const startExecutionAndWait = ({ start, record }: Home): Task => ({
  parameters: Object.keys(startExecution.shape),
  async run(parameters, { signal }) {
    const { StateMachineArn, Input, Name } = startExecution.parse(parameters);
    record('states:startExecution', { StateMachineArn, Input });
    const execution = start(StateMachineArn, JSON.stringify(Input), Name);
    const stop = () => execution.stop();
    signal.addEventListener('abort', stop, { once: true });
    await execution.ended;
    signal.removeEventListener('abort', stop);
    if (signal.aborted) throw signal.reason;
    return resultOf(execution.entry);
  },
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html: `.sync:2` gives the output parsed. */
function resultOf(entry: Entry): Json {
  const { executionArn, machine, name, status, input, output, error, cause, startDate, stopDate } = entry;
  const described = {
    ExecutionArn: executionArn,
    Input: input ?? '',
    Name: name,
    StartDate: startDate.getTime(),
    StateMachineArn: machine.arn,
    Status: status,
    StopDate: (stopDate ?? startDate).getTime(),
  };
  if (status === 'SUCCEEDED') {
    return { ...described, Input: JSON.parse(input ?? '{}'), Output: JSON.parse(output ?? 'null') };
  }
  throw new TaskError('States.TaskFailed', JSON.stringify({ ...described, Error: error, Cause: cause }));
}
