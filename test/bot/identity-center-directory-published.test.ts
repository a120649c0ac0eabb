import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { en } from '../../src/messages/words/en.ts';
import { ask, found, messagesOf, portalMessage } from './identity-center.ts';
import { bring, useDirectory } from './identity-center-directory.ts';
import { DEV } from './world.ts';

// Where the bot's policy file and what is published differ in where people come from, what is published counts.
const bot = useDirectory();
const yuki = 'yuki@kumoworks.example';

/** Has the next bot read this in its file; what is published stays. */
async function botReads(from: string, to: string): Promise<void> {
  bot.rewritePolicy((text) => text.replace(`users: ${from}`, `users: ${to}`), { publish: false });
  await bot.restart('SIGTERM');
}

test('a bot that reads create makes nobody where existing is published, and its start says that the two differ', async () => {
  await botReads('existing', 'create');
  await until('the difference in the log', () =>
    bot.log().includes('"profile":"cloud-developer","differing":["settings"]'),
  );
  const { id } = await bot.submit('U0AIKO', { profile: 'cloud-developer', accounts: [DEV], people: ['U0YUKI'] });
  await bot.ended(id);
  expect((await messagesOf(bot, 'U0AIKO')).at(-1)).toContain(en.trouble.UserMissing);
  const { end } = await ask(bot, { accounts: [DEV], people: ['U0YUKI', 'U0LENA'] });
  expect(end).toContain('1 person has access');
  expect(found(bot, yuki)).toBeUndefined();
  expect(await portalMessage(bot, 'U0LENA')).toContain('sign in with your company account');
});

test('a bot that reads existing has somebody made where create is published; of others the approver reads where they come from', async () => {
  bot.rewritePolicy((text) => text);
  await botReads('create', 'existing');
  const { card, end } = await ask(bot, { accounts: [DEV], people: ['U0YUKI', 'U0KEN'] });
  expect(card).toContain(
    `• <@U0YUKI> → \`${yuki}\` (DM)\n      ◦ given name \`由紀\`, family name \`佐藤\`\n      ◦ ${en.request.outsideDirectory}`,
  );
  expect(card.split(en.request.outsideDirectory)).toHaveLength(2);
  expect(end).toContain('2 people have access');
  expect(await portalMessage(bot, 'U0YUKI')).toContain(`AWS then e-mails a code to \`${yuki}\`.`);
  expect(await portalMessage(bot, 'U0KEN')).toContain('sign in as you always do');
});

test('nobody approves for a user of theirs that the directory calls by another address', async () => {
  bring(bot, {
    userName: 'maria@kumoworks.example',
    email: 'm.lopez@kumoworks.example',
    displayName: 'Maria Lopez',
    givenName: 'Maria',
    familyName: 'Lopez',
  });
  bring(bot, {
    userName: 'm.lopez@partner.example',
    email: 'maria@kumoworks.example',
    displayName: 'Maria Lopez',
    givenName: 'Maria',
    familyName: 'Lopez',
  });
  bot.rewritePolicy((text) => text.replace('users: create', 'users: existing'));
  const form = { profile: 'cloud-viewer', accounts: [DEV], people: [], others: 'm.lopez@partner.example' };
  const { id, ts } = await bot.request(form);
  await bot.approve('U0MARIA', ts);
  await bot.ended(id);
  const { text } = await bot.post(id, (blocks) => blocks.includes(en.trouble.SelfApproval));
  expect(text).toContain(en.trouble.SelfApproval);
  expect(found(bot, 'm.lopez@partner.example')?.has).toEqual([]);
});
