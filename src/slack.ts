import { App } from '@slack/bolt';
import { WebAPIPlatformError, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { slackLog } from './log.ts';
import { createClients, ONCE } from './slack/clients.ts';
import { overHttp } from './slack/http.ts';
import { overSocketMode } from './slack/socket-mode.ts';
import { StartupError } from './startup-error.ts';

/** The connection to Slack: an app to register listeners with, and the clients. */
export function createSlack({ botToken, apiUrl, reachedOver }: Config['slack'], log: Logger) {
  const logger = slackLog(log);
  const api: WebClientOptions = { logger, timeout: 10_000, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
  const clients = createClients(botToken, api);
  const connection =
    'appToken' in reachedOver
      ? overSocketMode(reachedOver.appToken, api, logger)
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

    /** Resolves once Slack can reach the bot. */
    async start(): Promise<void> {
      await app.init();
      await connection.start(app);
    },

    /** Lets the listeners in hand finish, then disconnects. */
    async stop(): Promise<void> {
      while (inHand.size > 0) await Promise.allSettled(inHand);
      await connection.stop();
    },
  };
}
