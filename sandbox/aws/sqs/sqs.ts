import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import type { Plain } from '../json.ts';
import { type Operations, operation, type Service } from '../wire.ts';
import { batch } from './batch.ts';
import type { DeployedQueue } from './deployed.ts';
import type { Message } from './message.ts';
import { createQueues, type Found, type Queues, type Sending } from './queues.ts';

const ofQueue = { QueueUrl: z.string() };
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html: 12 hours */
const visibilityTimeout = z.number().int().min(0).max(43_200);
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html: of groups and for deduplication */
const id = z.string().regex(/^[!-~]{1,128}$/);
const names = z.array(z.string()).default([]);
const deletion = { ReceiptHandle: z.string() };
const change = { ReceiptHandle: z.string(), VisibilityTimeout: visibilityTimeout };
const batchOf = <Shape extends z.ZodRawShape>(entry: Shape) =>
  z.object({ ...ofQueue, Entries: z.array(z.object({ Id: z.string(), ...entry })) });

/** SQS with the queues of the stack. */
export function createSqs(account: string, deployed: DeployedQueue[]) {
  const queues = createQueues(account, deployed);
  const bodies: string[] = [];
  const stopping = new AbortController();
  const send = (url: string, sending: Sending): Message => {
    const message = queues.send(url, sending);
    bodies.push(sending.body);
    return message;
  };
  const service: Service = {
    protocol: 'json-1.0',
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html, and x-amzn-query-error
    queryCodes: { QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue' },
    operations: {
      ...messageOperations(queues, send, stopping.signal),
      ...receiptOperations(queues),
      ...queueOperations(queues, account),
    },
  };
  return { service, send, bodies, find: queues.find, stop: () => stopping.abort() };
}

/** Sending and receiving. */
const messageOperations = (
  queues: Queues,
  send: (url: string, sending: Sending) => Message,
  stopping: AbortSignal,
): Operations => ({
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
      VisibilityTimeout: visibilityTimeout.optional(),
      AttributeNames: names,
      MessageSystemAttributeNames: names,
      ReceiveRequestAttemptId: id.optional(),
    }),
    async (input, signal) => {
      const { queue, deployed } = queues.find(input.QueueUrl);
      const { VisibilityTimeout = deployed.visibilityTimeout } = input;
      const messages = await queue.receive({
        max: input.MaxNumberOfMessages,
        wait: input.WaitTimeSeconds * 1000,
        visibility: VisibilityTimeout * 1000,
        attemptId: input.ReceiveRequestAttemptId,
        signal: AbortSignal.any([signal, stopping]),
      });
      const wanted = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
      return messages.length === 0 ? {} : { Messages: messages.map((message) => show(message, wanted)) };
    },
  ),
});

/** What is done by receipt. */
function receiptOperations({ received }: Queues): Operations {
  const remove = (url: string, { ReceiptHandle }: { ReceiptHandle: string }): void => {
    const { queue, message } = received(url, ReceiptHandle);
    queue.remove(message);
  };
  const hide = (url: string, entry: { ReceiptHandle: string; VisibilityTimeout: number }): void => {
    const { queue, message } = received(url, entry.ReceiptHandle);
    queue.hide(message, entry.VisibilityTimeout * 1000);
  };

  return {
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
  };
}

/** What is asked about a queue, and told it as a whole. */
const queueOperations = ({ find, byArn, before }: Queues, account: string): Operations => ({
  GetQueueUrl: operation(z.object({ QueueName: z.string() }), ({ QueueName }) => {
    const [region] = find(`/${account}/${QueueName}`).deployed.arn.split(':').slice(3);
    return { QueueUrl: `https://sqs.${region}.amazonaws.com/${account}/${QueueName}` };
  }),
  GetQueueAttributes: operation(z.object({ ...ofQueue, AttributeNames: names }), ({ QueueUrl, AttributeNames }) => ({
    Attributes: pick(attributesOf(find(QueueUrl)), AttributeNames),
  })),
  StartMessageMoveTask: operation(z.object({ SourceArn: z.string() }), ({ SourceArn }) => {
    const source = byArn(SourceArn);
    const [target] = before(SourceArn);
    if (!source || !target)
      throw new AwsError('ResourceNotFoundException', 'The resource that you specified does not exist.');
    for (const { body, group, deduplicationId } of source.queue.empty())
      target.queue.send(body, group, deduplicationId);
    return { TaskHandle: randomUUID() };
  }),
});

function attributesOf({ queue, deployed }: Found): Record<string, string> {
  const { visible, hidden } = queue.counts();
  return {
    QueueArn: deployed.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    VisibilityTimeout: String(deployed.visibilityTimeout),
    MessageRetentionPeriod: String(deployed.retention),
    FifoQueue: 'true',
    ContentBasedDeduplication: String(deployed.isByContent),
    ...(deployed.redrive && { RedrivePolicy: JSON.stringify(deployed.redrive) }),
  };
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
