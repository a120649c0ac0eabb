import { App, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { slackLog } from './log.ts';
import { StartupError } from './startup-error.ts';

/** One client for each purpose: a rate limit on one must not delay another. */
export type SlackClients = ReturnType<typeof createClients>;

/** The connection to Slack: an app to register listeners with, and the clients. */
export function createSlack({ botToken, appToken, apiUrl }: Config['slack'], log: Logger) {
  const logger = slackLog(log);
  const api: WebClientOptions = { logger, timeout: 10_000, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
  const clients = createClients(botToken, api);

  // Built by hand: the `socketMode` shorthand shares its clientOptions with every listener's client, 100 retries and all.
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Keeps trying while Slack is away, at most a quarter of a minute apart.
    installerOptions: { clientOptions: { ...api, retryConfig: { retries: 100, factor: 1.3, maxTimeout: 15_000 } } },
  });
  const app = new App({
    token: botToken,
    receiver,
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

    /** Which workspace the bot is in. @throws StartupError if Slack does not take the token */
    async identify(): Promise<{ teamId: string; enterpriseId?: string }> {
      const { team_id, enterprise_id } = await clients.lookingUp.auth.test().catch((err: Error) => {
        if (!(err instanceof WebAPIPlatformError)) throw err;
        throw new StartupError(
          `Slack did not take SLACK_BOT_TOKEN (${err.message}): reinstall the app and copy the token again.`,
        );
      });
      return { teamId: team_id ?? '', ...(enterprise_id && { enterpriseId: enterprise_id }) };
    },

    /** Resolves once Slack has said hello. */
    async start(): Promise<void> {
      await app.init();
      await app.start();
    },

    /** Lets the listeners in hand finish, then disconnects. */
    async stop(): Promise<void> {
      while (inHand.size > 0) await Promise.allSettled(inHand);
      await receiver.client.disconnect();
    },
  };
}

/** One try, and no waiting for a rate limit: what comes next is decided by somebody who knows more. */
const ONCE = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } as const;

function createClients(token: string, api: WebClientOptions) {
  return {
    /** Somebody waits in front of a screen; a second views.open would meet its own trigger. */
    answering: new WebClient(token, { ...api, ...ONCE }),
    /** A lost answer may mean that the message is there, so trying again is the state machine's decision. */
    posting: new WebClient(token, { ...api, ...ONCE }),
    /** Edits, which may be repeated: waits for Slack's rate limits, and tries again after a lost answer. */
    editing: new WebClient(token, { ...api, retryConfig: { retries: 3 } }),
    /** May wait for Slack's rate limits, while somebody waits for the answer. */
    lookingUp: new WebClient(token, { ...api, retryConfig: { retries: 3 } }),
    /** The same for tasks: a request with many people must not use up the patience of those who click. */
    lookingUpForTasks: new WebClient(token, { ...api, retryConfig: { retries: 3 } }),
  };
}
