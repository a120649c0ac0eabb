import { expect, onTestFinished, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Bot } from '../../sandbox/bot-process.ts';
import { useStarts } from './starts.ts';

type Told = { status: number; ready: boolean; stopping: boolean; parts: Record<string, string> };

const fine = { policy: 'ok', accounts: 'ok', slack: 'ok', queue: 'ok' };
const starts = useStarts();

async function readiness(url: string): Promise<Told> {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, ...((await answer.json()) as Omit<Told, 'status'>) };
}

const untilReady = (url: string) =>
  until('ready', async () => {
    const told = await readiness(url);
    return told.status === 200 && told;
  });

/** Another bot, which is up; it is ended with the test. */
async function started(environment: NodeJS.ProcessEnv = {}): Promise<Bot> {
  const bot = await starts.start({ environment }).bot;
  onTestFinished(() => bot.stop());
  return bot;
}

test('a bot that can work says so, and that it is alive', async () => {
  const { healthUrl } = starts.world.bot;
  expect(await untilReady(healthUrl)).toEqual({ status: 200, ready: true, stopping: false, parts: fine });
  expect((await fetch(`${healthUrl}/healthz`)).status).toBe(200);
});

test('over HTTP, too', async () => {
  const environment = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'the-signing-secret', PORT: '0' };
  const { healthUrl } = await started(environment);
  expect(await untilReady(healthUrl)).toMatchObject({ status: 200, parts: fine });
});

test('Prometheus reads its metrics', async () => {
  const answer = await fetch(`${starts.world.bot.healthUrl}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
  expect(await answer.text()).toMatch(/^boarding_pass_requests_total 0$/m);
});

test('nothing else is there, and nothing can be sent', async () => {
  const { healthUrl } = starts.world.bot;
  const statusOf = async (path: string, method = 'GET') => (await fetch(`${healthUrl}${path}`, { method })).status;
  expect(await statusOf('/')).toBe(404);
  expect(await statusOf('/constructor')).toBe(404);
  expect(await statusOf('/readyz', 'POST')).toBe(405);
  expect(await statusOf('/healthz?from=kubelet', 'HEAD')).toBe(200);
});

test('it answers before Slack does, and says what is still missing', async () => {
  const answer = starts.world.slack.hold('auth.test');
  const { bot, log } = starts.start({});
  const port = await until('its port', () => /"port":(\d+),"msg":"health and metrics/.exec(log())?.[1]);
  const early = await readiness(`http://localhost:${port}`);
  expect(early).toMatchObject({ status: 503, ready: false, parts: { slack: 'not connected', queue: 'not started' } });
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  answer.release();
  await (await bot).stop();
});

test('it is ready only once it has the accounts', async () => {
  const accounts = starts.world.aws.hold('organizations:ListAccounts');
  const { healthUrl } = await started();
  expect(await readiness(healthUrl)).toMatchObject({ status: 503, parts: { ...fine, accounts: 'not loaded yet' } });
  accounts.release();
  expect(await untilReady(healthUrl)).toMatchObject({ parts: fine });
});

test('it is not ready while Slack is away; one of its two connections is enough', async () => {
  const { slack, bot } = starts.world;
  await untilReady(bot.healthUrl);
  await until('its connections alone', () => slack.seen.connections() === 2);
  const back = slack.hold('apps.connections.open', 2);
  slack.disconnect('refresh_requested', 'oldest');
  await until('one connection', () => slack.seen.connections() === 1);
  expect(await readiness(bot.healthUrl)).toMatchObject({ status: 200 });

  slack.disconnect('refresh_requested');
  const away = await until('not ready', async () => {
    const told = await readiness(bot.healthUrl);
    return told.status === 503 && told;
  });
  expect(away.parts).toEqual({ ...fine, slack: 'not connected' });
  back.release();
  await untilReady(bot.healthUrl);
  await until('both again', () => slack.seen.connections() === 2);
});

test('it is not ready while the queue is away', async () => {
  const { aws, bot } = starts.world;
  // The other bot of this world asks for nothing meanwhile: these faults meet the loops of the new one.
  bot.process.kill('SIGSTOP');
  const LOOPS = 10;
  aws.failNext('sqs:ReceiveMessage', 'AccessDenied', LOOPS);
  const { healthUrl, stop } = await starts.start({}).bot;
  onTestFinished(stop);
  const away = await until('not ready for the queue', async () => {
    const told = await readiness(healthUrl);
    return told.parts.accounts === 'ok' && told.parts.queue !== 'ok' && told;
  });
  expect(away).toMatchObject({ status: 503, parts: { ...fine, queue: 'did not answer when it was last asked' } });
  bot.process.kill('SIGCONT');
  await untilReady(bot.healthUrl);
});
