import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Home } from '../../slack/directory.ts';
import { StartupError } from '../../watch/startup-error.ts';

/**
 * Checks that Slack opens connections with the app-level token, and that both tokens are of one app: with those of two the
 * bot would hear clicks on messages that it cannot post. Slack names the app of an app-level token in auth.test, that of a
 * bot in bots.info; where it does not, nothing is said.
 * @param asApp calls with the app-level token
 * @param asBot calls with the bot's token
 * @throws StartupError with the remedy
 */
export async function checkAppToken(asApp: WebClient, asBot: WebClient, home: Promise<Home>): Promise<void> {
  // The connection of Socket Mode tries for ever where this is refused. Asked first, so that it is told even where the other
  // token is refused, too.
  await taken(asApp.apps.connections.open({}));
  const { app_id: ofToken } = await taken(asApp.auth.test());
  const { botId } = await home;
  const ofHome = (await asBot.bots.info({ bot: botId })).bot?.app_id;
  if (ofToken && ofHome && ofToken !== ofHome) {
    throw new StartupError(
      `SLACK_BOT_TOKEN belongs to app ${ofHome}, SLACK_APP_TOKEN to app ${ofToken}: copy both from the pages of one app.`,
    );
  }
}

async function taken<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (err) {
    if (!(err instanceof WebAPIPlatformError)) throw err;
    throw new StartupError(
      `Slack rejected SLACK_APP_TOKEN (${err.message}): create an app-level token with connections:write on the app’s page, Basic Information, and turn Socket Mode on.`,
    );
  }
}
