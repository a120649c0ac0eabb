import { expect, test } from 'vitest';
import { CHANNEL, DEV, hasButton, isOver, passwordIn, useWorld } from './world.ts';

const bot = useWorld();
const SEARCH = '222233334444';
const NOWHERE = '555566667777';
const OWN = 'My-own-Passw0rd!';
const both = { accounts: [DEV, SEARCH] };

const labelOf = { [DEV]: '`payments-dev` (111122223333)', [SEARCH]: '`search-dev` (222233334444)' };

/** The password that a person's button for this account shows. */
async function passwordOf(user: string, accountId: string): Promise<string> {
  const { channel, ts } = await bot.welcome(user);
  const { blocks } = (await bot.as(user).dm()).messages.find((message) => message.ts === ts) ?? { blocks: [] };
  const json = JSON.stringify(blocks);
  const values = [...json.matchAll(/"value":("(?:[^"\\]|\\.)*")/g)].map(
    ([, value = '""']) => JSON.parse(value) as string,
  );
  await bot.as(user).click(channel, ts, 'show-password', { value: values.find((value) => value.includes(accountId)) });
  const view = await bot.modal(user, (text) => text.includes('rich_text_preformatted') && text.includes(accountId));
  return passwordIn(view) ?? '';
}

test('two people in two accounts: the approver sees who gets what where, and each gets what was shown', async () => {
  const { id, ts } = await bot.request({ ...both, people: ['U0YUKI', 'U0OMAR'] });
  const card = (await bot.open(id)).text;
  expect(card).toContain('<@U0AIKO> asks for AWS access for *2 people* in 2 accounts\n');
  expect(card).toContain(`*Accounts* ${labelOf[DEV]}, ${labelOf[SEARCH]}`);
  expect(card).toContain('• <@U0YUKI> → `yuki@kumoworks.example` (DM)\n');
  expect(card).toContain(
    `• <@U0OMAR> → \`omar@kumoworks.example\` (DM)\n      ◦ not in ${labelOf[SEARCH]}: a user with this name already exists there`,
  );

  await bot.approve('U0KEN', ts);
  const { output } = await bot.ended(id);
  expect(output).toMatchObject({
    accounts: [DEV, SEARCH],
    people: [
      { userName: 'yuki@kumoworks.example', status: 'told', made: [DEV, SEARCH] },
      {
        userName: 'omar@kumoworks.example',
        status: 'told',
        made: [DEV],
        failed: [{ account: SEARCH, error: 'UserAlreadyExists' }],
      },
    ],
  });
  const post = await bot.post(id, (text) => text.includes('1 of 2 is all set'));
  expect(post.text).toContain('• <@U0YUKI> → `yuki@kumoworks.example`: told in Slack\n');
  expect(post.text).toContain(
    `• <@U0OMAR> → \`omar@kumoworks.example\`: told in Slack\n      ◦ no access to ${labelOf[SEARCH]}: The account already has a user`,
  );
  const news = (await bot.as('U0AIKO').dm()).messages.at(-1)?.text ?? '';
  expect(news).toContain('1 of 2 is all set in 2 accounts:');
  // What asks for something comes first.
  expect(news.indexOf('U0OMAR')).toBeLessThan(news.indexOf('U0YUKI'));
});

test('the new user has one message, with an address and a button for each account, and each shows its own password', async () => {
  const { text } = await bot.welcome('U0YUKI');
  expect(text).toContain('kumo-payments-dev.signin.aws.amazon.com');
  expect(text).toContain('222233334444.signin.aws.amazon.com');
  expect(text.split('"action_id":"show-password"')).toHaveLength(3);
  expect(text.split('*Security credentials*')).toHaveLength(2);

  const userName = 'yuki@kumoworks.example';
  const passwords = [await passwordOf('U0YUKI', DEV), await passwordOf('U0YUKI', SEARCH)];
  expect(passwords[0]).not.toBe(passwords[1]);
  for (const [i, accountId] of [DEV, SEARCH].entries())
    expect(await bot.signIn({ accountId, userName, password: passwords[i] ?? '', newPassword: OWN })).toMatchObject({
      signedIn: true,
    });
  expect((await bot.welcome('U0OMAR')).text.split('"action_id":"show-password"')).toHaveLength(2);
});

test('who is not in Slack gets one mail, with an address and a password for each account', async () => {
  await bot.onboard({ ...both, people: [], others: 'sam.lee sam.lee@partner.example' });
  const mails = (await bot.mails()).filter(({ to }) => to[0] === 'sam.lee@partner.example');
  expect(mails).toHaveLength(1);
  const { text = '', subject } = mails[0] ?? {};
  expect(subject).toBe('Your access to 2 AWS accounts');
  const passwords = [...text.matchAll(/^Temporary password: (.+)$/gm)].map(([, password = '']) => password);
  expect(passwords).toHaveLength(2);
  for (const [i, accountId] of [DEV, SEARCH].entries())
    expect(await bot.signIn({ accountId, userName: 'sam.lee', password: passwords[i] ?? '' })).toEqual({
      passwordResetRequired: true,
    });
});

test('an account that cannot be reached is named before and after; the others get their users', async () => {
  const { id, ts } = await bot.request({ accounts: [DEV, NOWHERE], people: ['U0LENA'] });
  const nowhere = '`new-venture` (555566667777)';
  expect((await bot.open(id)).text).toContain(`:warning: ${nowhere}: boarding-pass has no way into this account.`);
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  const post = await bot.post(id, isOver);
  expect(post.text).toContain(
    `told in Slack\n      ◦ no access to ${nowhere}: boarding-pass has no way into this account`,
  );
  expect((await bot.users()).map(({ userName }) => userName)).toContain('lena@kumoworks.example');
});

test('where nothing can be given in any account the approver reads so, and the outcome names each reason once', async () => {
  const { id, ts } = await bot.request({ accounts: [SEARCH, NOWHERE], people: ['U0OMAR'] });
  const { text } = await bot.open(id);
  expect(text).toContain('*There is nothing to give:*');
  expect(text).toContain('*Already exist, and will be left untouched*\n• <@U0OMAR>');
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  const post = await bot.post(id, (words) => words.includes('nobody is all set yet'));
  expect(post.text).toMatch(/no access to `search-dev`.*\n +◦ no access to `new-venture`/);
});

test('accounts that a profile is not offered in are named beside the field, and nothing starts', async () => {
  const before = (await bot.executions()).length;
  const { shown } = await bot.submit('U0AIKO', { ...both, profile: 'experimenter' });
  expect(shown.errors?.accounts).toBe(
    'Experimenter is not offered in payments-dev, search-dev. Choose another account or another kind of access.',
  );
  expect(await bot.executions()).toHaveLength(before);
});

test('a request for several accounts can be denied, and says for how many it was', async () => {
  const { id, ts } = await bot.request({ ...both, people: ['U0HIRO'] });
  await bot.as('U0KEN').click(CHANNEL, ts, 'deny');
  const { id: view } = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
  await bot.as('U0KEN').submit(view, { reason: 'one at a time' });
  await bot.ended(id);
  expect((await bot.as('U0AIKO').dm()).messages.at(-1)?.text).toContain('denied your request for 2 accounts.');
  expect(hasButton('approve')(JSON.stringify((await bot.post(id)).blocks))).toBe(false);
});
