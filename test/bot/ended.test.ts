import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/until.ts';
import { CHANNEL, hasButton, useWorld } from './world.ts';

// A step that fails is tried again after two seconds: time to stop it meanwhile.
const bot = useWorld({ aws: { retryDelay: 2_000 } });

const connection = () => ({
  endpoint: bot.world.url,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
});

/** What an operator does in the console of Step Functions. */
const stopByHand = (id: string) =>
  new SFNClient(connection()).send(
    new StopExecutionCommand({
      executionArn: `${bot.world.aws.environment('').ONBOARDING_STATE_MACHINE_ARN?.replace(':stateMachine:', ':execution:')}:${id}`,
    }),
  );

const startByHand = (name: string, input: object) =>
  new SFNClient(connection()).send(
    new StartExecutionCommand({
      stateMachineArn: bot.world.aws.environment('').ONBOARDING_STATE_MACHINE_ARN,
      name,
      input: JSON.stringify(input),
    }),
  );

/** Everything that the bot has told somebody, as it stands now. */
const toldTo = async (who: string) => (await bot.as(who).dm()).messages;

test('stopped by hand before the decision: both messages say so, no button is left, and the requester hears of it', async () => {
  const { id, ts } = await bot.request();
  await until('the button to withdraw', async () => hasButton('withdraw')(JSON.stringify(await toldTo('U0AIKO'))));

  await stopByHand(id);

  const post = await bot.post(id, (text) => text.includes('before anything was given'));
  expect(JSON.stringify(post.blocks)).not.toContain('"action_id"');
  const news = await until('the news', async () =>
    (await toldTo('U0AIKO')).find(({ text }) => text.includes('could not be carried out')),
  );
  expect(news.text).toContain('before anything was given. Ask again.');
  expect(hasButton('withdraw')(JSON.stringify(await toldTo('U0AIKO')))).toBe(false);

  await bot.as('U0KEN').click(CHANNEL, ts, 'approve', { stale: true });
  expect(await bot.ephemeral('U0KEN', (text) => text.includes('its time is over'))).toBeDefined();
});

test('stopped by hand while access is being given: the message says that some may have it', async () => {
  bot.world.aws.failNext('iam:createUser', 'Iam.ServiceFailureException', 4);
  const { id, ts } = await bot.request({ people: ['U0LENA'] });
  await bot.approve('U0KEN', ts);
  await until('its work on the users', async () =>
    (await bot.executions('provision-iam-user')).some(({ status }) => status === 'RUNNING'),
  );

  await stopByHand(id);

  await bot.post(id, (text) => text.includes('while access was being given'));
});

test('stopped while the buttons are on their way: they do not stay', async () => {
  const { id } = await bot.submit('U0AIKO', { people: ['U0OMAR'] });
  await bot.post(id);
  bot.world.slack.answerNext('chat.update', { after: 700 });
  await until('the buttons on their way', () =>
    bot.world.slack.seen.calls().some(({ method, params }) => {
      const text = JSON.stringify(params);
      return method === 'chat.update' && text.includes(id) && /action_id[\\":]+approve/.test(text);
    }),
  );

  await stopByHand(id);

  await bot.post(id, (text) => text.includes('before anything was given'));
  await until('the end of the task', () => bot.log().includes(`"task":"await-decision","request":"${id}","ms"`));
  await until('no button', async () => !hasButton('approve')(JSON.stringify((await bot.post(id)).blocks)));
  expect((await bot.post(id)).text).toContain('before anything was given');
});

test('stopped by hand, and the bot killed, while the requester is told the end: they are told once', async () => {
  const { id, ts } = await bot.request({ people: ['U0MARIA'] });
  // The approval, the welcome, and the end: after that the bot is away.
  bot.world.slack.answerNext('chat.postMessage', { after: 0 }, 2);
  bot.world.slack.answerNext('chat.postMessage', { after: 700 });
  const about = async (text: string) =>
    (await toldTo('U0AIKO')).filter((message) => message.text.includes(text)).length;
  const before = await about('Done: 1 person');
  await bot.approve('U0KEN', ts);
  await until('the end on its way', () =>
    bot.world.slack.seen
      .calls()
      .some(({ method, params }) => method === 'chat.postMessage' && /Done: 1 person/.test(`${params.text}`)),
  );
  bot.world.bot.process.kill('SIGKILL');
  await bot.world.bot.exited;
  await until('the end', async () => (await about('Done: 1 person')) === before + 1);
  await stopByHand(id);

  await bot.startAgain();

  await until('the event', () => bot.log().includes(`"audit":"ended","request":"${id}"`));
  expect(await about('Done: 1 person')).toBe(before + 1);
});

test('an end of which no event came is found when the bot looks for it; that edits, and notifies nobody', async () => {
  const { id } = await bot.request({ people: ['U0HIRO'] });
  bot.world.bot.process.kill('SIGKILL');
  await bot.world.bot.exited;
  await stopByHand(id);
  // Somebody tries the machine in the console; it is the newest, so it is looked at first.
  await startByHand('tried-by-hand', { Comment: 'Insert your JSON here' });
  await stopByHand('tried-by-hand');
  await loseAllMessages();
  const before = (await toldTo('U0AIKO')).length;

  await bot.startAgain();

  await bot.post(id, (text) => text.includes('before anything was given'));
  expect(await toldTo('U0AIKO')).toHaveLength(before);
});

async function loseAllMessages(): Promise<void> {
  const sqs = new SQSClient(connection());
  const QueueUrl = bot.world.aws.environment(bot.world.url).TASK_QUEUE_URL;
  await until('the event', async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
    for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    return Messages.some(({ Body }) => Body?.includes('execution-ended'));
  });
}
