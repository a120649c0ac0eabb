import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, hasButton, useWorld } from './world.ts';

const bot = useWorld();

test('the request is posted where the approvers are, mentions them, and shows what will happen', async () => {
  const { id } = await bot.request({ others: 'sam.lee sam@partner.example' });
  const text = JSON.stringify((await bot.open(id)).blocks);
  expect(text).toContain('<!subteam^S0PLATFORM>');
  expect(text).toContain('<@U0AIKO> asks for AWS access for *2 people* in `payments-dev` (111122223333)');
  expect(text).toContain('<@U0YUKI> → `yuki@kumoworks.example`');
  expect(text).toContain('`sam@partner.example` → `sam.lee`');
  expect(text).toContain('joins the payments team');
});

test('the requester hears that it was sent, that it was approved, and how it ended, each in a new message', async () => {
  const before = (await bot.as('U0AIKO').dm()).messages.length;
  await bot.onboard({ people: ['U0HIRO'] });
  const texts = (await bot.as('U0AIKO').dm()).messages.slice(before).map(({ text }) => text);
  expect(texts.map((text) => /approvers|approved|Done/.exec(text)?.[0])).toEqual(['approvers', 'approved', 'Done']);
});

test.each([
  ['U0AIKO', 'the requester, though an approver', /your own request/],
  ['U0MARIA', 'a beneficiary, though an approver', /for you/],
  ['U0HIRO', 'a member who is no approver', /not an approver/],
  ['U0GUEST', 'a guest, though in the group of approvers', /Guests cannot/],
  ['U0OTHER', 'a person of another workspace, though in the group', /Only members of this workspace/],
])('%s, %s, is refused and told why', async (who, _what, why) => {
  bot.world.slack.setGroupMembers('S0PLATFORM', ['U0KEN', 'U0MARIA', 'U0AIKO', 'U0GUEST', 'U0OTHER']);
  const { id, ts } = await bot.request({ people: ['U0MARIA'], accounts: ['444455556666'] });
  const told = async () => (await bot.as(who).messagesIn(CHANNEL)).filter(({ ephemeral }) => ephemeral);
  for (const button of ['approve', 'deny']) {
    const before = (await told()).length;
    await bot.as(who).click(CHANNEL, ts, button);
    const [answer] = await until('an answer', async () => {
      const later = (await told()).slice(before);
      return later.length > 0 && later;
    });
    expect(answer?.text).toMatch(why);
  }
  expect(await bot.as(who).modal()).toBeUndefined();
  expect(hasButton('approve')(JSON.stringify((await bot.open(id)).blocks))).toBe(true);
  expect((await bot.executions()).find(({ name }) => name === id)?.status).toBe('RUNNING');
});

test('a beneficiary who was typed in, in other letter case, is refused', async () => {
  const { ts } = await bot.request({ people: [], others: 'KEN@Kumoworks.example' });
  await bot.approve('U0KEN', ts);
  expect(await bot.ephemeral('U0KEN', (text) => text.includes('for you'))).toBeDefined();
});

test('an approver who became a guest after the request was posted is refused', async () => {
  const { ts } = await bot.request();
  bot.world.slack.changePerson('U0MARIA', { guest: 'multi-channel' });
  await bot.approve('U0MARIA', ts);
  expect(await bot.ephemeral('U0MARIA', (text) => text.includes('Guests cannot'))).toBeDefined();
  bot.world.slack.changePerson('U0MARIA', { guest: undefined });
});

test('a denial asks for the reason and gives it to the requester to the letter', async () => {
  const { id, ts } = await bot.request({ people: ['U0LENA'] });
  const reason = 'Ask for <!channel> *the* test account & _not_ `this` one &lt;';
  await bot.as('U0KEN').click(CHANNEL, ts, 'deny');
  const { id: view, blocks: asked } = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
  expect(JSON.stringify(asked)).toContain(`Reference \`${id}\``);
  expect(await bot.as('U0KEN').submit(view, { reason })).toEqual({});
  await bot.ended(id);

  const post = await bot.post(id, (text) => text.includes('Denied by <@U0KEN>'));
  const told = (await bot.as('U0AIKO').dm()).messages.at(-1);
  // With the message that said that it was sent, and among the direct messages, where it is heard of.
  const sent = (await bot.as('U0AIKO').dm()).messages.find(({ blocks }) => JSON.stringify(blocks).includes(id));
  expect(told).toMatchObject({ thread_ts: sent?.ts, broadcast: true });
  for (const { blocks, text } of [post, told ?? post]) {
    expect(text).toContain('Ask for &lt;!channel&gt; *the* test account');
    expect(blocks).toContainEqual(
      expect.objectContaining({ elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: reason }] }] }),
    );
  }
  expect((await bot.users()).map(({ userName }) => userName)).not.toContain('lena@kumoworks.example');
});

test('who had the message on screen before it was decided is told that it was', async () => {
  const { id, ts } = await bot.request({ people: ['U0OMAR'] });
  await bot.as('U0MARIA').click(CHANNEL, ts, 'deny');
  const { id: view } = await bot.modal('U0MARIA', (text) => text.includes('"reason"'));
  await bot.approve('U0KEN', ts);
  await bot.ended(id);

  await bot.as('U0KEN').click(CHANNEL, ts, 'approve', { stale: true });
  expect(await bot.ephemeral('U0KEN', (text) => text.includes('already been decided'))).toBeDefined();
  const { errors } = await bot.as('U0MARIA').submit(view, { reason: 'too late' });
  expect(errors?.reason).toContain('already been decided');
});

test('of fifty clicks on Approve and Deny at once, one decides', async () => {
  const { id, ts } = await bot.request({ people: ['U0LENA'], accounts: ['444455557777'] });
  await bot.as('U0MARIA').click(CHANNEL, ts, 'deny');
  const { id: view } = await bot.modal('U0MARIA', (text) => text.includes('"reason"'));
  await Promise.all([
    ...Array.from({ length: 25 }, () => bot.approve('U0KEN', ts)),
    ...Array.from({ length: 25 }, () => bot.as('U0MARIA').submit(view, { reason: 'no' })),
  ]);
  const { status } = await bot.ended(id);
  expect(status).toBe('SUCCEEDED');
  const users = (await bot.users('444455557777')).map(({ userName }) => userName);
  const post = JSON.stringify((await bot.post(id, (text) => /Approved by|Denied by/.test(text))).blocks);
  expect(users).toEqual(post.includes('Denied by') ? [] : ['lena@kumoworks.example']);
});
