import { SendTaskHeartbeatCommand, SFNClient } from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Outage } from '../../sandbox/misbehaving/line.ts';
import { useWorld } from '../bot/world.ts';

const bot = useWorld();
const never = () => 0.999;
const always = () => 0;

const connection = () => ({
  endpoint: bot.world.url,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  maxAttempts: 1,
  requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
});
let sfn: SFNClient;
let sqs: SQSClient;
beforeAll(() => {
  sfn = new SFNClient(connection());
  sqs = new SQSClient(connection());
});
afterAll(() => {
  sfn.destroy();
  sqs.destroy();
});

/** A call that the service answers with an error of its own, so that its not answering is told apart. */
const heartbeat = () => sfn.send(new SendTaskHeartbeatCommand({ taskToken: 'never given' })).catch((err: Error) => err);
const slack = () => {
  const { SLACK_BOT_TOKEN, SLACK_API_URL: slackApiUrl = '' } = bot.world.slack.environment(bot.world.url);
  return new WebClient(SLACK_BOT_TOKEN, { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
};

test.each<[Outage, object]>([
  ['refuses', { code: 'ECONNRESET' }],
  ['unavailable', { $metadata: expect.objectContaining({ httpStatusCode: 503 }) }],
  ['silent', { name: 'TimeoutError' }],
])('a service that is away and %s answers nobody until it is back', async (outage, error) => {
  const back = bot.world.aws.away('states', outage);
  expect(await heartbeat()).toMatchObject(error);
  back();
  expect(await heartbeat()).toMatchObject({ name: 'InvalidToken' });
});

test('an answer that is cut off cannot be read, and one that is late is waited for', async () => {
  const { aws } = bot.world;
  const enough = aws.disturb('states', { cutOff: 1, random: always });
  expect(await heartbeat()).not.toMatchObject({ name: 'InvalidToken' });
  enough();
  const hurry = aws.disturb('states', { slow: 1, slowBy: 250, random: always });
  const began = performance.now();
  expect(await heartbeat()).toMatchObject({ name: 'InvalidToken' });
  expect(performance.now() - began).toBeGreaterThan(240);
  hurry();
});

test('calls are met in the shares that were asked for, of the operations that were named', async () => {
  const { aws } = bot.world;
  const before = aws.met().states?.throttled ?? 0;
  const shares = { broken: 0.5, throttled: 0.25 };
  const enough = aws.disturb('states', { ...shares, only: ['SendTaskHeartbeat'], random: () => 0.6 });
  expect(await heartbeat()).toMatchObject({ name: 'ThrottlingException' });
  enough();
  const others = aws.disturb('states', { ...shares, only: ['SendTaskSuccess'], random: always });
  expect(await heartbeat()).toMatchObject({ name: 'InvalidToken' });
  others();
  const lucky = aws.disturb('states', { ...shares, random: never });
  expect(await heartbeat()).toMatchObject({ name: 'InvalidToken' });
  lucky();
  expect(aws.met().states?.throttled).toBe(before + 1);
});

test('what is sent while its answer gets lost is in the queue, once, however often it is sent', async () => {
  const { aws, url } = bot.world;
  bot.world.bot.process.kill('SIGKILL');
  await bot.world.bot.exited;
  const QueueUrl = aws.environment(url).TASK_QUEUE_URL;
  const message = { QueueUrl, MessageBody: 'hello', MessageGroupId: 'a', MessageDeduplicationId: 'b' };
  const enough = aws.disturb('sqs', { lost: 1, random: always });
  await expect(sqs.send(new SendMessageCommand(message))).rejects.toMatchObject({ code: 'ECONNRESET' });
  enough();
  await sqs.send(new SendMessageCommand(message));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages).toMatchObject([{ Body: 'hello' }]);
  await bot.startAgain();
});

test('Slack that is away answers nobody, and its connections are gone until it is back', async () => {
  const { slack: local } = bot.world;
  await until('both connections', () => local.seen.connections() === 2);
  const back = local.away('unavailable');
  await expect(slack().auth.test()).rejects.toThrow('503');
  await until('no connection', () => local.seen.connections() === 0);
  back();
  await until('both connections', () => local.seen.connections() === 2);
  expect((await slack().auth.test()).ok).toBe(true);
});

test('of a message whose answer was cut off Slack knows all the same', async () => {
  const { slack: local } = bot.world;
  const enough = local.disturb({ cutOff: 1, only: ['chat.postMessage'], random: always });
  await expect(slack().chat.postMessage({ channel: 'U0YUKI', text: 'cut off' })).rejects.toThrow();
  enough();
  expect((await bot.as('U0YUKI').dm()).messages.map(({ text }) => text)).toContain('cut off');
});
