import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { App, LogLevel, SocketModeReceiver, type types } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type Document, parseDocument } from 'yaml';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { createSlack, type SlackSettings } from '../../../sandbox/slack/slack.ts';

type State = {
  user: { id: string; name: string; realName: string; locale: string };
  modals: (types.ModalView & { id: string; hash: string; previous_view_id: string | null })[];
  channels: { id: string; name: string; private: boolean; messages: Message[] }[];
  dms: { id: string; with: string; messages: Message[] }[];
};
type Message = {
  ts: string;
  user: string;
  text: string;
  blocks: types.KnownBlock[];
  metadata?: object;
  edited?: object;
  ephemeral?: true;
};

// biome-ignore lint/suspicious/noExplicitAny: acts answer in many shapes, and each test names the one it expects.
export type Answer = any;

/** A local Slack with a real Web API client, before any app is connected. */
export async function startSlack(settings: SlackSettings = {}, organization: Organization = kumoworks) {
  const slack = createSlack(organization, settings);
  const server = serve({ fetch: slack.routes.fetch, port: 0 });
  server.on('upgrade', slack.upgrade);
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token = '' } = slack.environment(url);
  const client = new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });

  async function act(kind: string, body: object): Promise<{ status: number; body: Answer }> {
    const response = await fetch(`${url}/act/${kind}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }

  return {
    slack,
    url,
    client,
    act,
    state: async (user: string): Promise<State> => (await fetch(`${url}/state?as=${user}`)).json() as Promise<State>,
    /** An act that the person's client lets through. */
    do: async (kind: string, body: object): Promise<Answer> => (await act(kind, body)).body,
    async stop(): Promise<void> {
      await slack.stop();
      server.close();
    },
  };
}

/** The same with a real Bolt app on Socket Mode, over as many connections as asked for. */
export async function startBot(listen: (app: App) => void, settings: SlackSettings = {}, connections = 1) {
  const local = await startSlack(settings);
  const {
    SLACK_API_URL: slackApiUrl = '',
    SLACK_BOT_TOKEN: token = '',
    SLACK_APP_TOKEN: appToken = '',
  } = local.slack.environment(local.url);
  const receive = () =>
    new SocketModeReceiver({
      appToken,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl } },
    });
  const [first = receive(), ...others] = Array.from({ length: connections }, receive);
  const app = new App({
    token,
    receiver: first,
    deferInitialization: true,
    convoStore: false,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  for (const receiver of others) receiver.init(app);
  await app.init();
  await app.start();
  for (const receiver of others) await receiver.start();
  return {
    ...local,
    app,
    async stop(): Promise<void> {
      for (const receiver of [first, ...others]) await receiver.client.disconnect();
      await local.stop();
    },
  };
}

/** The shipped manifest, changed; as a file, because that is how it is read. */
export async function manifestWith(change: (manifest: Document) => void): Promise<string> {
  const manifest = parseDocument(await readFile('manifests/slack/app.yaml', 'utf8'));
  change(manifest);
  const text = String(manifest);
  const folder = 'node_modules/.cache/manifests';
  await mkdir(folder, { recursive: true });
  // By what it holds: there are no more of them than there are changes.
  const path = resolve(folder, `${createHash('sha256').update(text).digest('hex')}.yaml`);
  await writeFile(path, text);
  return path;
}
