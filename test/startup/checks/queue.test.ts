import { expect, test } from 'vitest';
import { readQueue } from '../../../src/startup/checks/queue.ts';
import { startAws } from '../../sandbox/aws/world.ts';

test('the bot reads from the queue how it treats messages', async () => {
  const { sqs, queueUrl: url } = await startAws({ visibilityTimeout: 7 });
  expect(await readQueue(sqs, url)).toEqual({ url, maxReceives: 1_000, visibilityTimeout: 7 });
});

test('a queue that gives messages up after a few receives is told with the remedy: restarts of the bot would use them up', async () => {
  const { sqs, queueUrl } = await startAws({ maxReceives: 99 });
  await expect(readQueue(sqs, queueUrl)).rejects.toThrow('drops a message after 99 receives');
  await expect(readQueue(sqs, queueUrl)).rejects.toThrow('set maxReceiveCount to 1000');
});
