import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/until.ts';
import { useWorld } from './world.ts';

const bot = useWorld({ aws: { maxReceives: 2 } });
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const client = () => new SQSClient({ endpoint: bot.world.url, region: 'eu-west-1', credentials });
const queueUrl = () => bot.world.aws.environment(bot.world.url).TASK_QUEUE_URL ?? '';
const send = (MessageBody: string) => client().send(new SendMessageCommand({ QueueUrl: queueUrl(), MessageBody }));

/** The buttons are seen before their task is; and what is received twice here is given up. */
const buttonsAreDone = () => until('the end of the task', async () => (await countIn(queueUrl())) === 0);

async function countIn(QueueUrl: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const, 'ApproximateNumberOfMessagesNotVisible' as const];
  const { Attributes = {} } = await client().send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0);
}

test.each([
  ['no JSON', 'certainly not JSON, and a secret-token in it'],
  ['an unknown task', JSON.stringify({ task: 'make-coffee', token: 't', execution: 'e', input: {} })],
  ['no token', JSON.stringify({ task: 'report', execution: 'e', input: {} })],
])('a message that is %s stays in the queue, and the bot stays up', async (_what, body) => {
  await send(body);
  const complaint = `(${body.length} characters) is not a task of boarding-pass`;
  await until('the complaint', () => bot.log().includes(complaint));
  expect(bot.log()).not.toContain('secret-token');
  expect((await bot.onboard()).people[0]).toHaveProperty('status');
});

test('a message that is no task ends in the dead-letter queue', async () => {
  const name = queueUrl().slice(queueUrl().lastIndexOf('/') + 1);
  const { Attributes } = await client().send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl(), AttributeNames: ['RedrivePolicy'] }),
  );
  const target =
    String(JSON.parse(Attributes?.RedrivePolicy ?? '{}').deadLetterTargetArn)
      .split(':')
      .at(-1) ?? '';
  const deadLetters = queueUrl().replace(name, target);
  await until('three dead letters', async () => {
    bot.world.aws.giveBack();
    return (await countIn(deadLetters)) === 3;
  });
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
  await buttonsAreDone();
  await bot.restart('SIGKILL');
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  expect((await bot.users('444455556666')).map(({ userName }) => userName)).toContain('hiro@kumoworks.example');
});

test('a task that only a newer release knows does not leave its request waiting for ever', async () => {
  const { id } = await bot.request({ people: ['U0LENA'], accounts: ['444455557777'] });
  await buttonsAreDone();
  const { token } = JSON.parse(
    bot.world.aws.seen.queueBodies().findLast((body) => body.includes(id) && body.includes('await-decision')) ?? '{}',
  ) as { token: string };
  await send(JSON.stringify({ task: 'make-coffee', token, execution: `arn:execution:onboarding:${id}`, input: {} }));
  await bot.comesAgain(id);
  await bot.ended(id);
  await bot.post(id, (text) => text.includes('started several times and never ended'));
});

test('where a heartbeat is not taken for want of a deadline, tasks are done all the same', async () => {
  bot.world.aws.failNext('states:SendTaskHeartbeat', 'InvalidToken', 3);
  await bot.request({ people: ['U0MARIA'] });
});
