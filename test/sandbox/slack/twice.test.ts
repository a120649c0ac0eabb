import { once } from 'node:events';
import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, expect, test, vi } from 'vitest';
import { signingSecret } from '../../../sandbox/slack/bot.ts';
import type { SlackSettings } from '../../../sandbox/slack/slack.ts';
import { type Answer, startBot, startSlack } from './start.ts';

type Heard = { trigger: string; retry: number | undefined };
type Local = {
  do(kind: string, body: object): Promise<Answer>;
  slack: Awaited<ReturnType<typeof startSlack>>['slack'];
};

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const listen =
  (heard: Heard[]) =>
  (app: App): void => {
    app.command('/onboard', async ({ ack, body, context }) => {
      heard.push({ trigger: body.trigger_id, retry: context.retryNum });
      await ack(`answer ${heard.length}`);
    });
  };

async function overSocketMode(heard: Heard[], settings: SlackSettings = {}): Promise<Local> {
  const bot = await startBot(listen(heard), settings, 2);
  stops.push(bot.stop);
  return bot;
}

async function overHttp(heard: Heard[]): Promise<Local> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const callsPort = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const local = await startSlack({ callsPort });
  const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token = '' } = local.slack.environment(local.url);
  const receiver = new HTTPReceiver({ signingSecret, port: callsPort, logLevel: LogLevel.ERROR });
  const app = new App({ token, receiver, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
  listen(heard)(app);
  await app.start();
  stops.push(() => app.stop(), local.stop);
  return local;
}

const command = { user: 'U0KEN', channel: 'C0GENERAL', command: '/onboard', text: '' };

test.each([
  ['Socket Mode', overSocketMode],
  ['HTTP', overHttp],
])(
  'over %s a command that comes twice is the same, says that it comes again, and its first answer counts',
  async (_how, start) => {
    const heard: Heard[] = [];
    const { slack, ...local } = await start(heard);
    slack.deliverTwice();
    const { text } = await local.do('command', command);
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    // By a connection of its own the copy may be there first.
    expect(heard.toSorted((a, b) => (a.retry ?? 0) - (b.retry ?? 0))).toEqual([
      { trigger: heard[0]?.trigger, retry: undefined },
      { trigger: heard[0]?.trigger, retry: 1 },
    ]);
    expect(text).toBe(`answer ${heard.findIndex(({ retry }) => retry === undefined) + 1}`);
    expect(slack.seen.copies()).toBe(1);

    slack.deliverTwice(['block_actions']);
    expect(await local.do('command', command)).toEqual({ text: 'answer 3' });
    expect(slack.seen.copies()).toBe(1);
  },
);

test('a bot that is away is not reached over HTTP', async () => {
  const local = await startSlack({ callsPort: 9 });
  stops.push(local.stop);
  expect(await local.do('command', command)).toEqual({ error: 'dispatch_unknown_error' });
});
