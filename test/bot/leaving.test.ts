import { expect, test } from 'vitest';
import { CHANNEL, hasButton, useWorld } from './world.ts';

const bot = useWorld();

const asked = (method: string, about: string) =>
  bot.world.slack.seen.calls().filter((call) => call.method === method && JSON.stringify(call).includes(about)).length;
const isThere = async (userName: string) => (await bot.users()).some((user) => user.userName === userName);

test.each([
  [
    'is deactivated',
    'U0YUKI',
    'yuki@kumoworks.example',
    { deleted: true as const },
    /no longer a member of your Slack workspace/,
  ],
  ['is a guest now', 'U0HIRO', 'hiro@kumoworks.example', { guest: 'multi-channel' as const }, /a guest in Slack now/],
  [
    'is of another workspace now',
    'U0LENA',
    'lena@kumoworks.example',
    { stranger: true as const },
    /no longer a member of your/,
  ],
])(
  'who %s since the request is given nothing, and both sides read why; the others get theirs',
  async (_what, who, userName, change, why) => {
    const { id, ts } = await bot.request({ people: [who, 'U0OMAR'], accounts: ['111122223333'] });
    bot.world.slack.changePerson(who, change);
    const before = ['users.info'].map((method) => [asked(method, who), asked(method, 'U0OMAR')]);

    await bot.approve('U0KEN', ts);
    await bot.ended(id);

    const post = await bot.post(id, (text) => text.includes('all set'));
    const news = (await bot.as('U0AIKO').dm()).messages.at(-1)?.text;
    for (const text of [JSON.stringify(post.blocks), news]) {
      expect(text).toMatch(why);
      expect(text).toMatch(/no access/);
    }
    expect(await isThere(userName)).toBe(false);
    const { messages } = await bot.as(who).dm();
    expect(messages.filter(({ blocks }) => hasButton('show-password')(JSON.stringify(blocks)))).toEqual([]);
    // Each is looked up once more after the approval.
    expect(['users.info'].map((method) => [asked(method, who), asked(method, 'U0OMAR')])).toEqual(
      before.map((counts) => counts.map((count) => count + 1)),
    );
  },
);

test('that the requester has left is told to the approvers before they decide: they are asked once more', async () => {
  const { id, ts } = await bot.request({ people: ['U0OMAR'], accounts: ['222233335555'] });
  bot.world.slack.changePerson('U0AIKO', { deleted: true });

  await bot.approve('U0KEN', ts);

  const left = /<@U0AIKO>, who asked for this, is no longer a full member of this workspace/;
  const card = await bot.post(id, (text) => left.test(text) && hasButton('approve')(text));
  expect(card.ts).toBe(ts);
  const thread = (await bot.as('U0KEN').messagesIn(CHANNEL)).filter(({ text }) =>
    text.includes('please decide again by'),
  );
  expect(thread).toHaveLength(1);
  expect(thread[0]?.text).toMatch(left);
  expect((await bot.executions()).find(({ name }) => name === id)?.status).toBe('RUNNING');

  await bot.approve('U0KEN', ts);
  expect(await bot.ended(id)).toMatchObject({ status: 'SUCCEEDED' });
  await bot.post(id, (text) => text.includes('1 person has access'));
  bot.world.slack.changePerson('U0AIKO', { deleted: undefined });
});
