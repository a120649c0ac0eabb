import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, hasButton, useWorld } from './world.ts';

const bot = useWorld();

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

/** Once the bot has nothing more to do about an execution that was stopped. */
const endIsTold = (id: string) =>
  until('the end of the task', () => bot.log().includes(`"task":"execution-ended","request":"${id}","ms"`));

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
  const work = bot.world.aws.hold('iam:createUser');
  const { id, ts } = await bot.request({ people: ['U0LENA'] });
  await bot.approve('U0KEN', ts);
  await work.reached;

  await stopByHand(id);

  await bot.post(id, (text) => text.includes('while access was being given'));
  work.release();
  await endIsTold(id);
});

test('stopped while the buttons are on their way: they do not stay', async () => {
  // The next edit is of the request's own message: it was just posted.
  const buttons = bot.world.slack.hold('chat.update');
  const { id } = await bot.submit('U0AIKO', { people: ['U0OMAR'] });
  await buttons.reached;

  await stopByHand(id);
  buttons.release();

  await bot.post(id, (text) => text.includes('before anything was given'));
  await until('the end of the task', () => bot.log().includes(`"task":"await-decision","request":"${id}","ms"`));
  await until('no button', async () => !hasButton('approve')(JSON.stringify((await bot.post(id)).blocks)));
  expect((await bot.post(id)).text).toContain('before anything was given');
});

test('stopped by hand, and the bot killed, while the requester is told the end: they are told once', async () => {
  const { id, ts } = await bot.request({ people: ['U0MARIA'] });
  // The approval, the welcome, and the end: after that the bot is away.
  bot.world.slack.answerNext('chat.postMessage', { none: true }, 2);
  const end = bot.world.slack.hold('chat.postMessage');
  const about = async (text: string) =>
    (await toldTo('U0AIKO')).filter((message) => message.text.includes(text)).length;
  const before = await about('Done: 1 person');
  await bot.approve('U0KEN', ts);
  await end.reached;
  await bot.kill();
  end.release();
  await until('the end', async () => (await about('Done: 1 person')) === before + 1);
  await stopByHand(id);

  await bot.startAgain();

  await endIsTold(id);
  expect(await about('Done: 1 person')).toBe(before + 1);
});

test('an end of which no event came is found when the bot looks for it; that edits, and notifies nobody', async () => {
  const older = await bot.request({ people: ['U0LENA'] });
  const { id } = await bot.request({ people: ['U0HIRO'] });
  await bot.kill();
  await stopByHand(older.id);
  await stopByHand(id);
  // Somebody tries the machine in the console; it is the newest, so it is looked at first.
  await startByHand('tried-by-hand', { Comment: 'Insert your JSON here' });
  await stopByHand('tried-by-hand');
  await loseAllMessages(older.id, id, 'tried-by-hand');
  const aboutIt = async () => (await toldTo('U0AIKO')).filter((message) => JSON.stringify(message).includes(id));
  const before = (await aboutIt()).length;

  await bot.startAgain();

  await bot.post(id, (text) => text.includes('before anything was given'));
  // The older one comes after it: by then all of the newer is done.
  await bot.post(older.id, (text) => text.includes('before anything was given'));
  expect(before).toBeGreaterThan(0);
  expect(await aboutIt()).toHaveLength(before);
});

/** Also the events that these have ended. */
async function loseAllMessages(...requests: string[]): Promise<void> {
  const sqs = new SQSClient(connection());
  const QueueUrl = bot.world.aws.environment(bot.world.url).TASK_QUEUE_URL;
  const events = new Set<string>();
  await until('all events', async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    for (const { Body = '{}', ReceiptHandle } of Messages) {
      const { task, execution } = JSON.parse(Body) as { task: string; execution: string };
      if (task === 'execution-ended') events.add(execution.slice(execution.lastIndexOf(':') + 1));
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
    return requests.every((request) => events.has(request));
  });
}
