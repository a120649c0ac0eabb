import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { atPortal } from '../bot/identity-center.ts';
import { CHANNEL, useWorld } from '../bot/world.ts';
import { setArn, userId } from './identity-center/sdk.ts';

const bot = useWorld();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Time = { now: string; aheadBySeconds: number; error?: string; message?: string };
async function time(body?: unknown): Promise<{ status: number; body: Time }> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${bot.world.url}/time`, body === undefined ? {} : post);
  return { status: answer.status, body: (await answer.json()) as Time };
}

const hoursBetween = (earlier: { ts: string }, later: { ts: string } | undefined): number =>
  (Number(later?.ts) - Number(earlier.ts)) / 3600;

/** What an administrator gives Ken in payments-dev. */
async function assigned(permissionSet: string): Promise<void> {
  const { identityCenter } = bot.world.aws;
  const target = { TargetId: '111122223333', TargetType: 'AWS_ACCOUNT', PermissionSetArn: setArn(permissionSet) };
  const PrincipalId = userId('Ken@Kumoworks.example');
  identityCenter.asAdmin('createAccountAssignment', { ...target, PrincipalType: 'USER', PrincipalId });
  const { requests } = bot.world.aws.look.identityCenter;
  await until('the assignment', () => [...requests.values()].every(({ status }) => status === 'SUCCEEDED'));
}

/** How long after the start of a request its states were entered, in hours. */
function hoursOf(id: string): Record<string, number> {
  const entry = bot.world.aws.look.executions().find(({ name }) => name === id);
  const begun = entry?.startDate.getTime() ?? 0;
  const entered = (entry?.history ?? []).flatMap((event) =>
    String(event.type).endsWith('StateEntered') ? [[event.state, (Date.parse(event.at) - begun) / HOUR]] : [],
  );
  return Object.fromEntries(entered);
}

test('73 hours later the approvers have been reminded at half time, and the request has expired', async () => {
  const { id, ts } = await bot.request();
  const before = Date.now();
  const { status, body } = await time({ forward: '73h' });
  expect(status).toBe(200);
  expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(73 * HOUR);

  const card = JSON.stringify((await bot.post(id)).blocks);
  expect(card).toContain('Nobody decided in time');
  expect(card).not.toContain('"approve"');
  const reminder = (await bot.as('U0KEN').messagesIn(CHANNEL)).find(({ thread_ts }) => thread_ts === ts);
  const news = (await bot.as('U0AIKO').dm()).messages.at(-1);
  expect(news?.text).toContain('Nobody decided on your request');
  expect(hoursBetween({ ts }, reminder)).toBeCloseTo(36, 1);
  expect(hoursBetween({ ts }, news)).toBeCloseTo(72, 1);

  const entered = hoursOf(id);
  expect(entered.AwaitDecision).toBeCloseTo(0, 1);
  expect(entered.Remind).toBeCloseTo(36, 1);
  expect(entered.Expired).toBeCloseTo(72, 1);
  // Neither its connections nor the messages that it waits for have noticed anything.
  expect(bot.log()).not.toMatch(/"level":(40|50|60)/);
});

test('a claim of seven days is closed after eight, and the button says so', async () => {
  await bot.onboard({ people: ['U0LENA'] });
  const { channel, ts } = await bot.welcome('U0LENA');
  await bot.world.time.forward(8 * DAY);
  await bot.as('U0LENA').click(channel, ts, 'show-password');
  await bot.modal('U0LENA', (text) => text.includes('The time to fetch this password is over'));
});

/** Until when a new request can be decided, as the bot says, in hours from now. */
async function hoursToDecide(person: string): Promise<number> {
  const { id } = await bot.request({ people: [person] });
  const [, until = ''] = /<!date\^(\d+)/.exec(JSON.stringify((await bot.post(id)).blocks)) ?? [];
  return (Number(until) * 1000 - bot.world.time.now()) / HOUR;
}

test('what the bot says of time is said by the moved clock', async () => {
  expect(await hoursToDecide('U0OMAR')).toBeCloseTo(72, 1);
});

test('a bot that was frozen meanwhile has the time of the world once it is thawed', async () => {
  const { bot: frozen, time } = bot.world;
  frozen.freeze();
  await time.forward(5 * HOUR);
  frozen.thaw();
  expect(await hoursToDecide('U0OMAR')).toBeCloseTo(72, 1);
});

test('a session at the AWS access portal ends after eight hours, and one in the console when its permission set says', async () => {
  const ken = atPortal(bot, 'ken@kumoworks.example');
  const session = await ken.arrive('ken@kumoworks.example', 'My-own-Passw0rd!');
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    return fetch(bot.world.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  await assigned('Developer');
  const opened = await post('/portal/open', { session, accountId: '111122223333', permissionSet: 'Developer' });
  const console = ((await opened.json()) as { session: string }).session;
  const page = () => post('/aws/console', { session: console, action: 'open', service: 's3' });

  await bot.world.time.forward(3 * HOUR);
  expect([(await post('/portal/accounts', { session })).status, (await page()).status]).toEqual([200, 200]);
  await bot.world.time.forward(2 * HOUR);
  expect([(await post('/portal/accounts', { session })).status, (await page()).status]).toEqual([200, 401]);
  await bot.world.time.forward(3 * HOUR);
  expect((await post('/portal/accounts', { session })).status).toBe(401);
});

test('a bot that was killed is missed by nobody: what it had in hand comes again, and its successor has the time of the world', async () => {
  const { ts } = await bot.request({ people: ['U0HIRO'] });
  const told = bot.world.slack.hold('chat.postMessage');
  await bot.approve('U0KEN', ts);
  await told.reached;
  bot.world.bot.process.kill('SIGKILL');
  await bot.world.bot.exited;
  told.release();
  await bot.world.time.forward(60_000);
  const logged = bot.log().length;
  await bot.startAgain();
  const [first = '{}'] = bot.log().slice(logged).split('\n');
  expect(Math.abs(Date.parse(JSON.parse(first).time) - bot.world.time.now())).toBeLessThan(HOUR);
  await bot.welcome('U0HIRO');
});

test('what nobody has taken from the queue for 14 days, as the template says, is gone', async () => {
  const { aws, time, url } = bot.world;
  const sqs = new SQSClient({
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
  });
  // Nobody decides what other tests have asked for.
  await time.forward(4 * DAY);
  await bot.kill();
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'boarding-pass-tasks.fifo' }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello', MessageGroupId: 'hello' }));
  await time.forward(14 * DAY - HOUR);
  expect(aws.queue.size()).toBe(1);
  await time.forward(2 * HOUR);
  expect(aws.queue.size()).toBe(0);
  sqs.destroy();
  await bot.startAgain();
});

test('until when may be said, too; days and weeks, seconds, and as ISO 8601 writes it', async () => {
  const moves = [{ forward: '2w1d' }, { forward: 90 }, { forward: 'PT1H30M' }, { forward: 'P1D' }];
  for (const [i, seconds] of [15 * 86_400, 90, 5_400, 86_400].entries()) {
    const before = (await time()).body;
    const { status, body } = await time(moves[i]);
    expect(status).toBe(200);
    expect(body.aheadBySeconds - before.aheadBySeconds).toBe(seconds);
  }
  const to = new Date(bot.world.time.now() + DAY).toISOString();
  expect(Date.parse((await time({ to })).body.now)).toBeGreaterThanOrEqual(Date.parse(to));
});

test.each([
  ['back', { forward: '-1h' }, 'not-forward', /only goes forward.*Restart the sandbox/],
  ['to before', { to: '2026-01-01T00:00:00Z' }, 'not-forward', /only goes forward/],
  ['by nothing', { forward: 0 }, 'not-forward', /only goes forward/],
  ['by more than a year', { forward: '367d' }, 'too-far', /at most 366 days/],
  ['by nonsense', { forward: 'soon' }, 'not-understood', /\{"forward": "3d"\}/],
  ['by nothing of a unit', { forward: 'P' }, 'not-understood', /\{"forward": "3d"\}/],
  ['to nonsense', { to: 'tomorrow' }, 'not-understood', /\{"to": "/],
  ['both ways', { forward: '1h', to: '2030-01-01T00:00:00Z' }, 'not-understood', /Say how far/],
  ['with no body', null, 'not-understood', /Say how far/],
])('moved %s it is refused, with what to do instead', async (_how, body, error, message) => {
  const { aheadBySeconds } = (await time()).body;
  const answer = await time(body);
  expect(answer).toMatchObject({ status: 400, body: { error, message: expect.stringMatching(message) } });
  expect((await time()).body.aheadBySeconds).toBe(aheadBySeconds);
});
