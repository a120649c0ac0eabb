import { once } from 'node:events';
import { App } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Metrics } from '../watch/metrics.ts';
import { createClients, ONCE } from './clients.ts';
import { countSlackThrottling } from './count-throttling.ts';
import { overHttp } from './http.ts';
import { slackLog } from './slack-log.ts';
import { overSocketMode } from './socket-mode.ts';
import { createTransport, type SlackProxy } from './transport.ts';

/** So long a listener in hand is waited for. Slack's people are told that the app did not respond after three seconds. */
const LISTENERS_MS = 5_000;

export type Slack = ReturnType<typeof createSlack>;

export type SlackSettings = {
  botToken: string;
  apiUrl: string | undefined;
  proxy: SlackProxy | undefined;
  /** Socket Mode, or HTTP where there is a signing secret. */
  reachedOver: { appToken: string } | { signingSecret: string; port: number };
};

/** The connection to Slack: an app to register listeners with, and the clients. */
export function createSlack(
  { botToken, apiUrl, proxy, reachedOver }: SlackSettings,
  metrics: Pick<Metrics, 'throttled'>,
  log: Logger,
) {
  const logger = slackLog(log);
  const { fetch, dispatcher } = createTransport(proxy);
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const api: WebClientOptions = { logger, fetch, timeout: 10_000, ...address };
  const clients = createClients(botToken, api);
  countSlackThrottling(clients, metrics);
  const connection =
    'appToken' in reachedOver
      ? overSocketMode(reachedOver.appToken, { api, dispatcher }, logger)
      : overHttp(reachedOver.signingSecret, reachedOver.port, logger);
  const app = new App({
    token: botToken,
    receiver: connection.receiver,
    logger,
    clientOptions: { ...api, ...ONCE },
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
  });

  const inHand = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const running = next();
    inHand.add(running);
    await running.finally(() => inHand.delete(running));
  });

  return {
    app,
    clients,
    /** Calls with the app-level token; not there over HTTP. */
    asApp:
      'appToken' in reachedOver
        ? new WebClient(reachedOver.appToken, { ...api, retryConfig: { retries: 3 } })
        : undefined,
    isConnected: connection.isConnected,

    /** Resolves once Slack can reach the bot. */
    async start(): Promise<void> {
      await app.init();
      await connection.start(app);
    },

    /** Lets the listeners in hand finish, if Slack answers them, then disconnects. */
    async stop(): Promise<void> {
      const enough = AbortSignal.timeout(LISTENERS_MS);
      const late = once(enough, 'abort');
      while (inHand.size > 0 && !enough.aborted) await Promise.race([Promise.allSettled(inHand), late]);
      await connection.stop();
    },
  };
}
