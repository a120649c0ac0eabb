import { parseDocument, type YAMLMap, YAMLSeq } from 'yaml';

/** Where the bot listens for everything that Slack sends. */
const PATH = '/slack/events';

const HEADING = '# The Slack app for a bot that is called over HTTP, made from manifests/slack/app.yaml.\n';

/**
 * The manifest for an app that Slack calls over HTTP, made from the one for Socket Mode: every address is the bot's.
 * @throws with the remedy if `address` is none that Slack could call
 */
export function overHttp(manifest: string, address: string): string {
  const url = addressOf(address);
  const app = parseDocument(manifest.replace(/^(#.*\n)*/, HEADING));
  const commands = app.getIn(['features', 'slash_commands']);
  if (commands instanceof YAMLSeq) for (const command of commands.items) (command as YAMLMap).set('url', url);
  app.setIn(['settings', 'interactivity', 'request_url'], url);
  app.setIn(['settings', 'interactivity', 'message_menu_options_url'], url);
  app.deleteIn(['settings', 'socket_mode_enabled']);
  app.setIn(['settings', 'socket_mode_enabled'], false);
  return app.toString({ lineWidth: 0 });
}

function addressOf(text: string): string {
  const url = URL.parse(text);
  const isPlain = url && !url.search && !url.hash && !url.username && !url.password;
  if (!isPlain || url.protocol !== 'https:') {
    throw new Error(
      `--http takes the https address at which Slack reaches the bot, not "${text}": https://bot.example.com`,
    );
  }
  const base = url.href.replace(/\/+$/, '');
  return base.endsWith(PATH) ? base : base + PATH;
}
