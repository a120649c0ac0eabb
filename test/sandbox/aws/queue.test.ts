import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { createQueue } from '../../../sandbox/aws/sqs/queue.ts';
import { startAws } from './world.ts';

async function startQueue(settings: Parameters<typeof startAws>[0] = {}) {
  const { aws, sqs, queueUrl: QueueUrl } = await startAws(settings);
  return {
    aws,
    sqs,
    QueueUrl,
    deadLetters: QueueUrl.replace('boarding-pass-tasks', 'boarding-pass-tasks-dead-letters'),
    send: (MessageBody: string, MessageGroupId = MessageBody, more: object = {}) =>
      sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId, ...more })),
    receive: async (more: object = {}) => {
      const command = new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'], ...more });
      return (await sqs.send(command)).Messages ?? [];
    },
  };
}

test('a long poll ends as soon as a message comes', async () => {
  const { send, receive } = await startQueue();
  const began = performance.now();
  const waiting = receive({ WaitTimeSeconds: 20 });

  await send('hello ✈', 'a-group');

  expect(await waiting).toMatchObject([{ Body: 'hello ✈', Attributes: { ApproximateReceiveCount: '1' } }]);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('a client that hangs up swallows no message', async () => {
  const { aws, sqs, QueueUrl, send, receive } = await startQueue();
  const hangUp = new AbortController();
  const poll = aws.hold('sqs:ReceiveMessage');
  const command = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 });
  const abandoned = sqs.send(command, { abortSignal: hangUp.signal }).catch((err) => err.name);
  await poll.reached;
  poll.release();
  hangUp.abort();
  expect(await abandoned).toBe('AbortError');
  const other = receive({ WaitTimeSeconds: 20 });

  await send('for somebody who is there', 'a-group');

  expect(await other).toHaveLength(1);
});

test('a poll whose client hung up ends at once, and takes nothing that comes later', async () => {
  const queue = createQueue(60_000);
  const hangUp = new AbortController();
  const poll = { max: 10, wait: 60_000, visibility: 30_000, signal: hangUp.signal };
  const abandoned = queue.receive(poll);

  hangUp.abort();
  queue.send('for somebody who is there', 'a group');

  expect(await abandoned).toEqual([]);
  expect(await queue.receive({ ...poll, signal: new AbortController().signal })).toHaveLength(1);
});

test('what is not deleted comes again, and at last goes to the dead letters', async () => {
  const { sqs, QueueUrl, deadLetters, send, receive } = await startQueue({ maxReceives: 2 });
  await send('garbage');
  const hidden = { VisibilityTimeout: 0 };

  expect(await receive(hidden)).toMatchObject([{ Attributes: { ApproximateReceiveCount: '1' } }]);
  expect(await receive(hidden)).toMatchObject([{ Attributes: { ApproximateReceiveCount: '2' } }]);
  expect(await receive()).toEqual([]);

  expect(await receive({ QueueUrl: deadLetters })).toMatchObject([{ Body: 'garbage' }]);
  const attributes = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(JSON.parse(attributes.Attributes?.RedrivePolicy ?? '')).toMatchObject({ maxReceiveCount: 2 });
});

test('a received message is hidden until its time is over or it is given back', async () => {
  const { sqs, QueueUrl, send, receive } = await startQueue();
  await send('one');
  const [message] = await receive({ VisibilityTimeout: 600 });
  expect(await receive()).toEqual([]);

  const ReceiptHandle = message?.ReceiptHandle;
  const waiting = receive({ WaitTimeSeconds: 20 });
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));

  expect(await waiting).toMatchObject([{ Body: 'one' }]);
});

test('a receipt deletes only while nobody else may receive the message', async () => {
  const { sqs, QueueUrl, send, receive } = await startQueue();
  await send('one');
  const remove = (ReceiptHandle?: string) => sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  const [expired] = await receive({ VisibilityTimeout: 0 });
  const expiry = /Value .* for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired./;
  await expect(remove(expired?.ReceiptHandle)).rejects.toThrow(expiry);
  const [current] = await receive();
  await expect(remove(expired?.ReceiptHandle)).rejects.toThrow(expiry);

  const { Successful, Failed } = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: 'a', ReceiptHandle: current?.ReceiptHandle },
        { Id: 'b', ReceiptHandle: 'made up' },
      ],
    }),
  );

  expect(Successful).toMatchObject([{ Id: 'a' }]);
  expect(Failed).toMatchObject([{ Id: 'b', Code: 'ReceiptHandleIsInvalid' }]);
  expect(await receive()).toEqual([]);
});

test('of a group nothing is given out while one of it is in flight; others go on', async () => {
  const { sqs, QueueUrl, send, receive } = await startQueue();
  await send('first', 'a');
  await send('second', 'a');
  await send('of another', 'b');

  const [first] = await receive({ MaxNumberOfMessages: 1 });
  expect(first).toMatchObject({ Body: 'first', Attributes: { MessageGroupId: 'a' } });
  expect(await receive({ MaxNumberOfMessages: 10 })).toMatchObject([{ Body: 'of another' }]);
  expect(await receive()).toEqual([]);

  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
  expect(await receive()).toMatchObject([{ Body: 'second' }]);
});

test('what is sent again within five minutes is the same message: by its id, or by its content', async () => {
  const { send, receive } = await startQueue();
  const sent = await send('one', 'a', { MessageDeduplicationId: 'x' });
  const again = await send('another body', 'a', { MessageDeduplicationId: 'x' });
  expect(again).toMatchObject({ MessageId: sent.MessageId, SequenceNumber: sent.SequenceNumber });
  await send('two', 'a');
  await send('two', 'a');

  expect(await receive({ MaxNumberOfMessages: 10 })).toMatchObject([{ Body: 'one' }, { Body: 'two' }]);
});

test('a FIFO queue takes no message without a group', async () => {
  const { sqs, QueueUrl } = await startQueue();
  const command = new SendMessageCommand({ QueueUrl, MessageBody: 'one' });
  await expect(sqs.send(command)).rejects.toMatchObject({ name: 'MissingParameter' });
});

test('who asks again as before, for want of an answer, is given the same message; nobody else is', async () => {
  const { sqs, QueueUrl, send, receive } = await startQueue();
  await send('one');
  const [message] = await receive({ ReceiveRequestAttemptId: 'attempt' });

  expect(await receive({ ReceiveRequestAttemptId: 'other' })).toEqual([]);
  const again = await receive({ ReceiveRequestAttemptId: 'attempt' });
  expect(again).toMatchObject([
    { ReceiptHandle: message?.ReceiptHandle, Attributes: { ApproximateReceiveCount: '1' } },
  ]);

  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  expect(await receive({ ReceiveRequestAttemptId: 'attempt' })).toEqual([]);
});

test('dead letters are put back by a task of the queue itself, and count as new', async () => {
  const { sqs, QueueUrl, deadLetters, send, receive } = await startQueue({ maxReceives: 1 });
  await send('garbage');
  await receive({ VisibilityTimeout: 0 });
  expect(await receive()).toEqual([]);
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: deadLetters, AttributeNames: ['All'] }),
  );
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '1', FifoQueue: 'true' });

  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes?.QueueArn }));

  expect(await receive({ QueueUrl })).toMatchObject([
    { Body: 'garbage', Attributes: { ApproximateReceiveCount: '1' } },
  ]);
});

test('a queue that is not there does not exist', async () => {
  const { receive, QueueUrl } = await startQueue();

  await expect(receive({ QueueUrl: `${QueueUrl}-2` })).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});
