import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { createQueue } from '../../../sandbox/aws/queue.ts';
import { startWorld } from './world.ts';

async function startQueue(settings: Parameters<typeof startWorld>[0] = {}) {
  const { aws, sqs, queueUrl: QueueUrl } = await startWorld(settings);
  return {
    aws,
    sqs,
    QueueUrl,
    deadLetters: QueueUrl.replace('boarding-pass-tasks', 'boarding-pass-tasks-dead-letters'),
    send: (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody })),
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

  await send('hello ✈');

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

  await send('for somebody who is there');

  expect(await other).toHaveLength(1);
});

test('a poll whose client hung up ends at once, and takes nothing that comes later', async () => {
  const queue = createQueue();
  const hangUp = new AbortController();
  const poll = { max: 10, wait: 60_000, visibility: 30_000, signal: hangUp.signal };
  const abandoned = queue.receive(poll);

  hangUp.abort();
  queue.send('for somebody who is there');

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

test('only the newest receipt deletes', async () => {
  const { sqs, QueueUrl, send, receive } = await startQueue();
  await send('one');
  const [old] = await receive({ VisibilityTimeout: 0 });
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: old?.ReceiptHandle }));
  const [current] = await receive({ VisibilityTimeout: 0 });
  // Received twice by now, so the receipt of the first no longer counts.
  const [newest] = current ? await receive({ VisibilityTimeout: 0 }) : [];

  const { Successful, Failed } = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: 'a', ReceiptHandle: newest?.ReceiptHandle ?? current?.ReceiptHandle ?? old?.ReceiptHandle },
        { Id: 'b', ReceiptHandle: 'made up' },
      ],
    }),
  );

  expect(Successful).toMatchObject([{ Id: 'a' }]);
  expect(Failed).toMatchObject([{ Id: 'b', Code: 'ReceiptHandleIsInvalid' }]);
  expect(await receive()).toEqual([]);
});

test('a queue that is not there does not exist', async () => {
  const { receive, QueueUrl } = await startQueue();

  await expect(receive({ QueueUrl: `${QueueUrl}-2` })).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});
