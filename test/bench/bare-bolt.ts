import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';

/** What Bolt itself costs: an app that answers what boarding-pass answers, and does nothing else. */
const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token = '', SLACK_APP_TOKEN: appToken = '' } = process.env;
const clientOptions = { slackApiUrl };
const connect = () =>
  new SocketModeReceiver({ appToken, logLevel: LogLevel.ERROR, installerOptions: { clientOptions } });
const [receiver, other] = [connect(), connect()];
const app = new App({ token, receiver, clientOptions, deferInitialization: true, logLevel: LogLevel.ERROR });

const plain = (text: string) => ({ type: 'plain_text' as const, text });
app.command('/onboard', async ({ ack, client, body: { trigger_id } }) => {
  await ack();
  const element = { type: 'multi_external_select' as const, action_id: 'accounts', min_query_length: 0 };
  const blocks = [{ type: 'input' as const, block_id: 'accounts', label: plain('Accounts'), element }];
  await client.views.open({
    trigger_id,
    view: { type: 'modal', callback_id: 'request', title: plain('Bare'), submit: plain('Send'), blocks },
  });
});
app.options('accounts', ({ ack }) => ack({ options: [] }));
app.action('approve', ({ ack }) => ack());

await app.init();
other.init(app);
await Promise.all([app.start(), other.start()]);
process.stdout.write(`${JSON.stringify({ msg: 'ready' })}\n`);
process.once('SIGTERM', () => process.exit());
