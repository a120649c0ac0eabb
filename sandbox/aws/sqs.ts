import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from './aws-error.ts';
import { batch } from './batch.ts';
import { isTooLarge, type Plain, payloadLimit } from './json.ts';
import { createQueue, type Message, type Queue } from './queue.ts';
import { operation, type Service } from './wire.ts';

export type QueueSettings = { account: string; region: string; visibilityTimeout: number; maxReceives: number };

export const taskQueueName = 'boarding-pass-tasks.fifo';
export const deadLetterQueueName = 'boarding-pass-tasks-dead-letters.fifo';

/** What a message of a FIFO queue is sent with: of what group it is, and by what it is known if it is sent again. */
export type Sending = { body: string; group?: string | undefined; deduplicationId?: string | undefined };

const ofQueue = { QueueUrl: z.string() };
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html: 12 hours */
const visibilityTimeout = z.number().int().min(0).max(43_200);
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html: of groups and for deduplication */
const id = z.string().regex(/^[!-~]{1,128}$/);
const deletion = { ReceiptHandle: z.string() };
const change = { ReceiptHandle: z.string(), VisibilityTimeout: visibilityTimeout };
const batchOf = <Shape extends z.ZodRawShape>(entry: Shape) =>
  z.object({ ...ofQueue, Entries: z.array(z.object({ Id: z.string(), ...entry })) });

/** SQS with two FIFO queues, by content where no id is given: the bot's tasks, and those that it could not handle. */
export function createSqs({ account, region, ...settings }: QueueSettings) {
  const deadLetters = createQueue();
  const tasks = createQueue({ maxReceives: settings.maxReceives, deadLetters });
  const queues: Record<string, Queue> = { [taskQueueName]: tasks, [deadLetterQueueName]: deadLetters };
  const bodies: string[] = [];
  const stopping = new AbortController();
  const arnOf = (name: string) => `arn:aws:sqs:${region}:${account}:${name}`;

  const nameOf = (url: string): string => {
    const [owner, name = ''] = url.split('/').slice(-2);
    if (owner !== account || !Object.hasOwn(queues, name)) {
      throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    }
    return name;
  };
  const queueOf = (url: string): Queue => queues[nameOf(url)] ?? tasks;

  const send = (url: string, { body, group, deduplicationId }: Sending): Message => {
    if (!group) throw new AwsError('MissingParameter', 'The request must contain the parameter MessageGroupId.');
    if (isTooLarge(body)) {
      const reason = `One or more parameters are invalid. Reason: Message must be shorter than ${payloadLimit} bytes.`;
      throw new AwsError('InvalidParameterValue', reason);
    }
    bodies.push(body);
    return queueOf(url).send(body, group, deduplicationId);
  };

  const find = (queue: Queue, handle: string): Message => {
    const found = queue.messageOf(handle);
    if (!found) throw new AwsError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not valid.`);
    if (found.isCurrent) return found.message;
    const reason = 'Reason: The receipt handle has expired.';
    throw new AwsError('InvalidParameterValue', `Value ${handle} for parameter ReceiptHandle is invalid. ${reason}`);
  };
  const remove = (url: string, { ReceiptHandle }: { ReceiptHandle: string }): void => {
    const queue = queueOf(url);
    queue.remove(find(queue, ReceiptHandle));
  };
  const hide = (url: string, entry: { ReceiptHandle: string; VisibilityTimeout: number }): void => {
    const queue = queueOf(url);
    queue.hide(find(queue, entry.ReceiptHandle), entry.VisibilityTimeout * 1000);
  };

  const service: Service = {
    protocol: 'json-1.0',
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html, and x-amzn-query-error
    queryCodes: { QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue' },
    operations: {
      GetQueueUrl: operation(z.object({ QueueName: z.string() }), ({ QueueName }) => {
        nameOf(`/${account}/${QueueName}`);
        return { QueueUrl: `https://sqs.${region}.amazonaws.com/${account}/${QueueName}` };
      }),
      SendMessage: operation(
        z.object({
          ...ofQueue,
          MessageBody: z.string().min(1),
          MessageGroupId: id.optional(),
          MessageDeduplicationId: id.optional(),
        }),
        ({ QueueUrl, MessageBody: body, MessageGroupId: group, MessageDeduplicationId: deduplicationId }) => {
          const { id, sequenceNumber } = send(QueueUrl, { body, group, deduplicationId });
          return { MessageId: id, MD5OfMessageBody: md5(body), SequenceNumber: sequenceNumber };
        },
      ),
      ReceiveMessage: operation(
        z.object({
          ...ofQueue,
          MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
          WaitTimeSeconds: z.number().int().min(0).max(20).default(0),
          VisibilityTimeout: visibilityTimeout.default(settings.visibilityTimeout),
          AttributeNames: z.array(z.string()).default([]),
          MessageSystemAttributeNames: z.array(z.string()).default([]),
          ReceiveRequestAttemptId: id.optional(),
        }),
        async (input, signal) => {
          const messages = await queueOf(input.QueueUrl).receive({
            max: input.MaxNumberOfMessages,
            wait: input.WaitTimeSeconds * 1000,
            visibility: input.VisibilityTimeout * 1000,
            attemptId: input.ReceiveRequestAttemptId,
            signal: AbortSignal.any([signal, stopping.signal]),
          });
          const wanted = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
          return messages.length === 0 ? {} : { Messages: messages.map((message) => show(message, wanted)) };
        },
      ),
      DeleteMessage: operation(z.object({ ...ofQueue, ...deletion }), (input) => {
        remove(input.QueueUrl, input);
        return {};
      }),
      DeleteMessageBatch: operation(batchOf(deletion), ({ QueueUrl, Entries }) =>
        batch(Entries, (entry) => remove(QueueUrl, entry)),
      ),
      ChangeMessageVisibility: operation(z.object({ ...ofQueue, ...change }), (input) => {
        hide(input.QueueUrl, input);
        return {};
      }),
      ChangeMessageVisibilityBatch: operation(batchOf(change), ({ QueueUrl, Entries }) =>
        batch(Entries, (entry) => hide(QueueUrl, entry)),
      ),
      GetQueueAttributes: operation(
        z.object({ ...ofQueue, AttributeNames: z.array(z.string()).default([]) }),
        ({ QueueUrl, AttributeNames }) => {
          const name = nameOf(QueueUrl);
          const { visible, hidden } = queueOf(QueueUrl).counts();
          const redrive = { deadLetterTargetArn: arnOf(deadLetterQueueName), maxReceiveCount: settings.maxReceives };
          const all = {
            QueueArn: arnOf(name),
            ApproximateNumberOfMessages: String(visible),
            ApproximateNumberOfMessagesNotVisible: String(hidden),
            VisibilityTimeout: String(settings.visibilityTimeout),
            FifoQueue: 'true',
            ContentBasedDeduplication: 'true',
            ...(name === taskQueueName && { RedrivePolicy: JSON.stringify(redrive) }),
          };
          return { Attributes: pick(all, AttributeNames) };
        },
      ),
      StartMessageMoveTask: operation(z.object({ SourceArn: z.literal(arnOf(deadLetterQueueName)) }), () => {
        for (const { body, group, deduplicationId } of deadLetters.empty()) tasks.send(body, group, deduplicationId);
        return { TaskHandle: randomUUID() };
      }),
    },
  };

  const { giveBack, lookAgain, size } = tasks;
  return { service, send, bodies, giveBack, queue: { lookAgain, size }, stop: () => stopping.abort() };
}

function show(message: Message, wanted: string[]): Plain {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: md5(message.body),
    Body: message.body,
    Attributes: pick(
      {
        SentTimestamp: String(message.sentAt),
        ApproximateReceiveCount: String(message.receiveCount),
        ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
        MessageGroupId: message.group,
        MessageDeduplicationId: message.deduplicationId,
        SequenceNumber: message.sequenceNumber,
      },
      wanted,
    ),
  };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const pick = (all: Record<string, string>, wanted: string[]) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes('All') || wanted.includes(name)));
