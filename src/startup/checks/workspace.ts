import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Home } from '../../slack/directory.ts';
import { SCOPES } from '../../slack/scopes.ts';
import { StartupError } from '../../watch/startup-error.ts';

/**
 * Which workspace the bot is in.
 * @throws StartupError if Slack does not take the token, or it was not granted all that the bot needs
 */
export async function identify(client: WebClient): Promise<Home> {
  const told = await client.auth.test().catch((err: Error) => {
    if (!(err instanceof WebAPIPlatformError)) throw err;
    throw new StartupError(
      `Slack rejected SLACK_BOT_TOKEN (${err.message}): reinstall the app and copy the token again.`,
    );
  });
  const { team_id, team, bot_id, enterprise_id, is_enterprise_install, response_metadata } = told;
  if (is_enterprise_install) {
    throw new StartupError(
      `SLACK_BOT_TOKEN comes from an installation for the whole organization ${team}: install the app in the one workspace that will use it, and copy the token from there.`,
    );
  }
  // Slack tells them in a header, which a proxy in between may drop: then the first use tells.
  const granted = response_metadata?.scopes;
  const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) {
    throw new StartupError(
      `SLACK_BOT_TOKEN lacks ${missing.join(', ')}: bring the app’s manifest up to date with manifests/slack/app.yaml (https://api.slack.com/apps, App Manifest), reinstall the app and copy the token again.`,
    );
  }
  return {
    teamId: team_id ?? '',
    teamName: team ?? '',
    botId: bot_id ?? '',
    ...(enterprise_id && { enterpriseId: enterprise_id }),
  };
}
