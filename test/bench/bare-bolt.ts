import { readFileSync } from 'node:fs';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';

/**
 * What Bolt itself costs: an app that answers what boarding-pass answers and makes the calls that it makes, and does
 * nothing else: no rule, no look at who asks, no log. What it answers was made by boarding-pass before.
 */
const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token = '', SLACK_APP_TOKEN: appToken = '' } = process.env;
const { view, suggestions, refusal, execution } = JSON.parse(readFileSync(process.env.ANSWERS ?? '', 'utf8'));
const clientOptions = { slackApiUrl };
const connect = () =>
  new SocketModeReceiver({ appToken, logLevel: LogLevel.ERROR, installerOptions: { clientOptions } });
const [receiver, other] = [connect(), connect()];
const app = new App({ token, receiver, clientOptions, deferInitialization: true, logLevel: LogLevel.ERROR });
const sfn = new SFNClient({});

app.command('/onboard', async ({ ack, client, body: { trigger_id } }) => {
  await ack();
  await client.views.open({ trigger_id, view });
});
app.options('accounts', ({ ack }) => ack(suggestions));
app.action('approve', async ({ ack, client, body }) => {
  await ack();
  const user = body.user.id;
  await sfn.send(new DescribeExecutionCommand({ executionArn: execution }));
  await Promise.all([
    client.users.info({ user, include_locale: true }),
    client.usergroups.users.list({ usergroup: 'S0PLATFORM' }),
  ]);
  await client.chat.postEphemeral({ channel: body.channel?.id ?? '', user, text: refusal });
});

await app.init();
other.init(app);
await Promise.all([app.start(), other.start()]);
process.stdout.write(`${JSON.stringify({ msg: 'ready' })}\n`);
process.once('SIGTERM', () => process.exit());
