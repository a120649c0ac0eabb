import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Bot } from '../../sandbox/bot-process.ts';
import type { Hold } from '../../sandbox/misbehaving/hold.ts';
import { CHANNEL, DEV, hasButton, useWorld } from './world.ts';

type Sent = { task: string; token: string; execution: string; input: object };

/** What happens while the bot draws: the request goes on without it. */
function onlookerOf(bot: ReturnType<typeof useWorld>) {
  const sfn = () =>
    new SFNClient({
      endpoint: bot.world.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'another', secretAccessKey: 'another' },
    });
  return {
    /** The tasks of a request so far, by name. */
    sent: (id: string, task: string): Sent[] =>
      bot.world.aws.seen
        .queueBodies()
        .map((body) => JSON.parse(body) as Sent)
        .filter((each) => each.task === task && each.execution.endsWith(`:${id}`)),

    /** Answers a task as another process would. */
    answer: (token: string, output: unknown) =>
      sfn().send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) })),

    /** Slack carries out so many edits from now on at once, and the next one only when it is let. */
    slowEdit(skipped = 0): Hold {
      if (skipped > 0) bot.world.slack.answerNext('chat.update', { none: true }, skipped);
      return bot.world.slack.hold('chat.update');
    },

    /** Everything that either of the two messages has for somebody to press. */
    async buttons(id: string): Promise<string[]> {
      const messages = [...(await bot.as('U0KEN').messagesIn(CHANNEL)), ...(await bot.as('U0AIKO').dm()).messages];
      const about = messages.map(({ blocks }) => JSON.stringify(blocks)).filter((text) => text.includes(id));
      return ['approve', 'deny', 'withdraw'].filter((each) => about.some(hasButton(each)));
    },
  };
}

const decision = (id: string, version: string) => ({
  outcome: 'approved',
  request: id,
  by: { slackUserId: 'U0KEN', email: 'ken@kumoworks.example', name: 'Ken' },
  at: new Date().toISOString(),
  claimUntil: '2030-01-01T00:00:00Z',
  version,
});

const versionIn = ({ input }: Sent): string =>
  (input as { inspection: { Profile: { Version: string } } }).inspection.Profile.Version;

describe('a process that was frozen', () => {
  const bot = useWorld({
    // Whoever mentions the approvers has to look them up.
    policy: (text) => text.replace('approvers: [S0PLATFORM]', 'approvers: [S0PLATFORM, ken@kumoworks.example]'),
    aws: { visibilityTimeout: 1 },
    slack: { ackTimeout: 500 },
  });
  const { sent, buttons, answer } = onlookerOf(bot);
  let other: Bot | undefined;
  afterEach(async () => {
    await other?.stop();
    // What was frozen has to connect anew.
    await bot.restart('SIGKILL');
  });

  /** Stands still within the second look-up, for the first is the announcement's. */
  async function withinLookUp(): Promise<() => Promise<void>> {
    bot.world.slack.answerNext('users.lookupByEmail', { none: true });
    const lookUp = bot.world.slack.hold('users.lookupByEmail');
    return async () => {
      await lookUp.reached;
      bot.world.bot.freeze();
      lookUp.release();
    };
  }

  /** Stands still before it edits again. */
  async function beforeAnotherTry(): Promise<() => Promise<void>> {
    const edits = () => bot.world.slack.seen.calls().filter(({ method }) => method === 'chat.update').length;
    const before = edits();
    bot.world.slack.answerNext('chat.update', { status: 429, retryAfter: 3 });
    return async () => {
      await until('the first try', () => edits() > before);
      bot.world.bot.freeze();
    };
  }

  test.each([
    ['within a look-up before the buttons', withinLookUp, 'U0OMAR'],
    ['while Slack asks the edit with the buttons to wait', beforeAnotherTry, 'U0LENA'],
  ] as const)('%s does not put them back when others have finished the request', async (_where, prepare, who) => {
    const standsStill = await prepare();
    const { id } = await bot.submit('U0AIKO', { people: [who] });
    await standsStill();
    other = await bot.world.startBot();
    await bot.open(id);
    const [task] = sent(id, 'await-decision');
    await answer(task?.token ?? '', decision(id, task ? versionIn(task) : ''));
    await bot.ended(id);

    const ended = () => bot.log().match(new RegExp(`"task":"await-decision","request":"${id}".*"ms"`, 'g'))?.length;
    const endedBefore = ended();
    bot.world.bot.thaw();
    await until('the end of what was frozen', () => ended() !== endedBefore);
    await bot.post(id, (text) => text.includes('has access'));
    expect(await buttons(id)).toEqual([]);
  });
});

describe('an edit that comes late', () => {
  const bot = useWorld({ aws: { visibilityTimeout: 2 } });
  const { sent, answer, slowEdit, buttons } = onlookerOf(bot);
  /** Every edit before the decision is done. */
  const isOpen = (id: string) => until('all buttons', async () => (await buttons(id)).length === 3);

  test('with the buttons: of a request that has ended well meanwhile, its messages say how it ended', async () => {
    const late = slowEdit();
    const { id } = await bot.submit('U0AIKO', { people: ['U0OMAR'] });
    await late.reached;
    const [task] = sent(id, 'await-decision');
    await answer(task?.token ?? '', decision(id, task ? versionIn(task) : ''));
    await bot.ended(id);
    late.release();

    await until('the end of the task', () => bot.log().includes(`"task":"await-decision","request":"${id}","ms"`));
    await until('no button', async () => (await buttons(id)).length === 0);
    await bot.post(id, (text) => text.includes('has access'));
  });

  test('with the buttons, while Step Functions does not say whether they still count: they come', async () => {
    // Each of four tasks asks when it is begun, and the last one before and after the card's buttons. Then of the requester's it cannot.
    let asked = 0;
    const random = () => (++asked > 6 && asked <= 9 ? 0 : 1);
    const end = bot.world.aws.disturb('states', { broken: 1, only: ['SendTaskHeartbeat'], random });
    const { id, ts } = await bot.request({ people: ['U0HIRO'] });
    await isOpen(id);
    end();
    expect(asked).toBeGreaterThanOrEqual(9);
    await bot.approve('U0KEN', ts);
    expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
  });

  test('with the beginning of the bar: it does not stand over the outcome', async () => {
    const { id, ts } = await bot.request({ people: ['U0LENA'] });
    await isOpen(id);
    const late = slowEdit();
    await bot.approve('U0KEN', ts);
    await late.reached;
    await answer(sent(id, 'mark-approved').at(-1)?.token ?? '', { channel: CHANNEL, ts });
    await bot.ended(id);
    late.release();

    await until('the end of the task', () => bot.log().includes(`"task":"mark-approved","request":"${id}","ms"`));
    await bot.post(id, (text) => text.includes('has access'));
  });

  test('with how far it is: it does not stand over the outcome, nor over how far it is by now', async () => {
    const others = Array.from({ length: 30 }, (_, i) => `p${i} p${i}@partner.example`).join('\n');
    const { id, ts } = await bot.request({ people: [], others, accounts: ['333344446666'] });
    await isOpen(id);
    const late = slowEdit(2);
    await bot.approve('U0KEN', ts);
    await late.reached;
    await answer(sent(id, 'progress').at(-1)?.token ?? '', { inThread: false });
    await bot.ended(id);
    late.release();
    await until('the end of the task', () => bot.log().includes(`"task":"progress","request":"${id}","ms"`));
    await bot.post(id, (text) => text.includes('have access'));
  });
});

describe('at half time', () => {
  const bot = useWorld({
    aws: { visibilityTimeout: 2 },
  });
  const { sent, slowEdit } = onlookerOf(bot);

  test('buttons that come late do not stand over those that count', async () => {
    const late = slowEdit();
    const { id } = await bot.submit('U0AIKO', { people: ['U0HIRO'], accounts: [DEV] });
    await late.reached;
    await until('who waits', () => sent(id, 'await-decision').length === 1);
    bot.world.aws.runOut(id);
    await until('the second half', () => sent(id, 'await-decision').length === 2);
    late.release();
    await until('the end of both tasks', () =>
      new RegExp(`(?:"task":"await-decision","request":"${id}".*"ms".*){2}`, 's').test(bot.log()),
    );
    const { token } = sent(id, 'await-decision')[1] ?? {};
    const post = await bot.post(id, (text) => text.includes(token ?? 'no token'));
    await bot.approve('U0KEN', post.ts);
    expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
  });
});
