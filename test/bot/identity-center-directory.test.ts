import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { en } from '../../src/messages/words/en.ts';
import { ask, atPortal, found, messagesOf, PORTAL, portalMessage, SEARCH, textOf } from './identity-center.ts';
import { bring, useDirectory } from './identity-center-directory.ts';
import { journalOf } from './journal-of.ts';
import { DEV } from './world.ts';

// People come from a company directory. Some are there, one is disabled, one was hired just now.
const bot = useDirectory();
const { audit, line } = journalOf(bot);
const yuki = '• <@U0YUKI> → `yuki@kumoworks.example`';
const hiro = '• <@U0HIRO> → `hiro@kumoworks.example`';
const aside = `*Not included*\n${yuki}: ${en.trouble.UserMissing}\n${hiro}: ${en.trouble.UserDisabled}`;

test('of several people those who are there get it; the others are set aside, and all read what to do', async () => {
  const people = ['U0LENA', 'U0YUKI', 'U0HIRO', 'U0OMAR'];
  const { id, card, end, news, output } = await ask(bot, { accounts: [DEV], people });
  expect(card).toContain(
    [
      '*Existing users who get more*, and how each is told',
      '• <@U0LENA> → `l.fischer` (DM)',
      '• <@U0OMAR> → `omar@kumoworks.example` (DM)',
      '      ◦ AWS has another address for this user name: `o.haddad@kumoworks.example`. Check that this is the same person.',
    ].join('\n'),
  );
  expect(card).toContain(aside);
  expect(card).not.toContain('no access');
  const sent = (await messagesOf(bot, 'U0AIKO')).find((text) => text.includes('I sent your request')) ?? '';
  expect(sent).toContain(aside);

  expect(end).toContain(':white_check_mark: Approved by <@U0MARIA>: 2 people have access.');
  expect(news).toContain(':white_check_mark: Done: 2 people have access to `payments-dev` (111122223333).');
  for (const text of [end, news]) {
    expect(text).toContain('• <@U0LENA> → `l.fischer`: told in Slack');
    expect(text).toContain(aside);
  }
  expect(output).toMatchObject({
    outcome: 'boarded',
    people: [{ status: 'told' }, { status: 'told' }],
    setAside: [
      { userName: 'yuki@kumoworks.example', error: 'UserMissing' },
      { userName: 'hiro@kumoworks.example', error: 'UserDisabled' },
    ],
  });
  await line(id, { audit: 'ended' });
  const events = audit(id).map(({ audit: event }) => event);
  expect(events.filter((event) => event === 'set-aside')).toHaveLength(2);
  expect(events).not.toContain('not-created');
  for (const who of ['U0YUKI', 'U0HIRO']) expect(await messagesOf(bot, who)).toEqual([]);
  expect(found(bot, 'yuki@kumoworks.example')).toBeUndefined();
});

test('where nobody is there yet nobody is asked; once the directory has synchronized it is asked for again, and given', async () => {
  const { id } = await bot.submit('U0AIKO', {
    profile: 'cloud-developer',
    accounts: [DEV, SEARCH],
    people: ['U0YUKI'],
  });
  await bot.ended(id);
  const news = (await messagesOf(bot, 'U0AIKO')).at(-1) ?? '';
  expect(news).toBe(
    [
      ':grey_question: Nobody in your request for 2 accounts can be onboarded, so nobody is asked to approve it. See why below, then ask again with `/onboard`.',
      '*Not included*',
      `${yuki}: ${en.trouble.UserMissing}`,
    ].join('\n'),
  );
  const posted = await bot.post(id);
  expect(textOf(posted)).toContain(`*Not included*\n${yuki}: ${en.trouble.UserMissing}`);
  expect(textOf(posted)).toContain('None of these people can be onboarded. The request has ended.');
  expect(JSON.stringify(posted.blocks)).not.toContain('action_id');
  expect(textOf(posted)).not.toContain('please decide');
  await line(id, { audit: 'ended' });
  expect(audit(id).map(({ audit: event }) => event)).toEqual(['asked', 'set-aside', 'ended']);

  expect(bot.world.aws.identityCenter.synchronize().arrived).toEqual(['yuki@kumoworks.example']);
  const again = await ask(bot, { accounts: [DEV, SEARCH], people: ['U0YUKI'] });
  expect(again.end).toContain(':white_check_mark: Approved by <@U0MARIA>: 1 person has access.');
  expect(again.end).not.toContain('Not included');
  const told = await portalMessage(bot, 'U0YUKI');
  expect(told).toContain(`*AWS access portal* <${PORTAL}>\n*User name* \`yuki@kumoworks.example\``);
  expect(told).toContain('Open the portal, and sign in with your company account.');
  expect(told).not.toMatch(/password|code|MFA/i);
  const portal = atPortal(bot, 'yuki@kumoworks.example');
  expect(await portal.signIn({})).toEqual({ companySignInRequired: true });
  const { session = '' } = await portal.signIn({ companySignIn: true });
  expect(await portal.accounts(session)).toEqual([`${DEV} Developer`, `${SEARCH} Developer`]);
});

test('somebody who was made by hand, beside others who come from the directory, is told apart', async () => {
  bot.world.aws.identityCenter.asAdmin('createUser', {
    UserName: 'sam@partner.example',
    DisplayName: 'Sam Lee',
    Name: { GivenName: 'Sam', FamilyName: 'Lee' },
    Emails: [{ Value: 'sam@partner.example', Type: 'work', Primary: true }],
  });
  const { card } = await ask(bot, { accounts: [SEARCH], people: ['U0LENA'], others: 'Sam Lee <sam@partner.example>' });
  expect(card).toContain('• <@U0LENA> → `l.fischer` (DM)\n• `sam@partner.example` (e-mail)');
  expect(card).toContain(`• \`sam@partner.example\` (e-mail)\n      ◦ ${en.request.outsideDirectory}`);
  expect(card.split(en.request.outsideDirectory)).toHaveLength(2);
});

test('an address that AWS does not have is set aside; the one that it has is found, and told by e-mail', async () => {
  bring(bot, {
    userName: 'o.haddad',
    email: 'o.haddad@partner.example',
    displayName: 'Omar Haddad',
    givenName: 'Omar',
    familyName: 'Haddad',
  });
  const { id } = await bot.submit('U0AIKO', {
    profile: 'cloud-viewer',
    accounts: [DEV],
    people: [],
    others: 'Omar Haddad <omar.haddad@partner.example>',
  });
  await bot.ended(id);
  expect((await messagesOf(bot, 'U0AIKO')).at(-1)).toContain(en.trouble.UserMissing);
  const { card, end } = await ask(bot, {
    profile: 'cloud-viewer',
    accounts: [DEV],
    people: [],
    others: 'Omar Haddad <o.haddad@partner.example>',
  });
  expect(card).toContain('• `o.haddad@partner.example` → `o.haddad` (e-mail)');
  expect(end).toContain('• `o.haddad@partner.example` → `o.haddad`: told by e-mail');
  const mail = await until('the mail', async () =>
    (await bot.mails()).find(({ to }) => to.includes('o.haddad@partner.example')),
  );
  for (const text of [mail.text, mail.html]) {
    expect(text).toContain('sign in with your company account');
    expect(text).toContain('o.haddad');
    expect(text).not.toMatch(/mails a code|your own password/);
  }
});

test.each<[what: string, others: string, line: string, why: string | undefined]>([
  [
    'an existing user, with their address',
    'l.fischer Lena Fischer <lena@kumoworks.example>',
    '• <@U0LENA> → `l.fischer`',
    undefined,
  ],
  [
    'an existing user, with the address of another one',
    'l.fischer ken@kumoworks.example',
    '• <@U0KEN> → `l.fischer`',
    en.trouble.UserMismatch,
  ],
  [
    'an existing user, with an address that nobody has',
    'l.fischer Sam Lee <lee@partner.example>',
    '• `lee@partner.example` → `l.fischer`',
    en.trouble.UserMismatch,
  ],
  [
    'somebody whom the directory calls otherwise',
    'lena.fischer lena@kumoworks.example',
    '• <@U0LENA> → `l.fischer`',
    undefined,
  ],
])('a typed user name: %s', async (_what, others, line, why) => {
  const form = { profile: 'cloud-viewer', accounts: [SEARCH], people: ['U0OMAR'], others };
  const { id } = await bot.request(form);
  const card = textOf(await bot.open(id));
  expect(card).toContain(why ? `*Not included*\n${line}: ${why}` : `${line} (DM)`);
});
