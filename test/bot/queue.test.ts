import { randomUUID } from 'node:crypto';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { useWorld } from './world.ts';

const bot = useWorld({ aws: { visibilityTimeout: 1, maxReceives: 100 } });
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const client = () => new SQSClient({ endpoint: bot.world.url, region: 'eu-west-1', credentials });
const queueUrl = () => bot.world.aws.environment(bot.world.url).TASK_QUEUE_URL ?? '';
const send = (MessageBody: string, MessageGroupId: string = randomUUID()) =>
  client().send(new SendMessageCommand({ QueueUrl: queueUrl(), MessageBody, MessageGroupId }));

test.each([
  ['no JSON', 'certainly not JSON, and a secret-token in it'],
  ['the JSON null', 'null'],
  ['no object', '[[1]]'],
  ['no task', JSON.stringify({ token: 't', execution: 'e', input: {} })],
  ['no token', JSON.stringify({ task: 'report', execution: 'e', input: {} })],
])(
  'a message that is %s goes to the dead letters at once, is told of once, and the bot stays up',
  async (_what, body) => {
    const before = await deadLetters();
    const { MessageId } = await send(body);
    await until('the dead letter', async () => (await deadLetters()) === before + 1);
    const told = () =>
      bot
        .log()
        .split('\n')
        .filter((line) => line.includes(`"messageId":"${MessageId}"`));
    await until('the line in the log', () => told().length > 0);
    expect(told()).toMatchObject([expect.stringContaining('to the dead-letter queue: it is not a task')]);
    expect(bot.log()).not.toContain('secret-token');
  },
);

async function deadLetters(): Promise<number> {
  const { Attributes } = await client().send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl(), AttributeNames: ['RedrivePolicy'] }),
  );
  const { deadLetterTargetArn } = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { deadLetterTargetArn: string };
  const QueueUrl = queueUrl().replace(/[^/]+$/, deadLetterTargetArn.replace(/.*:/, ''));
  const counted = await client().send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(counted.Attributes?.ApproximateNumberOfMessages);
}

test('a task that only a newer release knows is left for it, and the bot stays up', async () => {
  await send(JSON.stringify({ task: 'make-coffee', token: 't', execution: 'e', input: {} }));
  await until('the complaint', () => bot.log().includes('This release knows no task'));
  expect((await bot.onboard()).people[0]).toHaveProperty('status');
});

test('a task whose token was closed before is dropped without an effect', async () => {
  const { id } = await bot.onboard({ people: ['U0OMAR'], accounts: ['444455556666'] });
  const report = bot.world.aws.seen.queueBodies().findLast((body) => body.includes(id) && body.includes('"report"'));
  const before = (await bot.as('U0AIKO').dm()).messages.length;
  await send(report ?? '');
  await until('the drop', () => bot.log().includes('dropped: the task was closed before'));
  expect((await bot.as('U0AIKO').dm()).messages.length).toBe(before);
});

test('kill -9 in the middle of a request loses nothing: another bot goes on with it', async () => {
  const { id, ts } = await bot.request({ people: ['U0HIRO'], accounts: ['444455556666'] });
  await bot.restart('SIGKILL');
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect((await bot.users('444455556666')).map(({ userName }) => userName)).toContain('hiro@kumoworks.example');
});

test('where a heartbeat is not taken for want of a deadline, tasks are done all the same', async () => {
  bot.world.aws.failNext('states:SendTaskHeartbeat', 'InvalidToken', 3);
  await bot.request({ people: ['U0MARIA'] });
});
