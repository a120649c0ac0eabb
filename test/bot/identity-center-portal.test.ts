import { expect, test } from 'vitest';
import {
  ask,
  atPortal,
  found,
  LISBON,
  linksIn,
  messagesOf,
  PORTAL,
  portalMessage,
  SEARCH,
  useCenter,
} from './identity-center.ts';
import { DEV } from './world.ts';

const bot = useCenter();
const ACCOUNTS = [DEV, SEARCH, LISBON];
const NAMES = ['payments-dev', 'search-dev', 'sandbox-lisbon'];
const PLACES = ACCOUNTS.map((id) => `${id} Developer`);
const OWN = 'My-own-Passw0rd!';
const link = (id: string, set = 'Developer') => `${PORTAL}/#/console?account_id=${id}&role_name=${set}`;

test('two people in three accounts: the approver sees who they are and what it means, and both are assigned and told', async () => {
  const { card, end, news, output } = await ask(bot, { accounts: ACCOUNTS, people: ['U0YUKI', 'U0OMAR'] });
  expect(card).toContain('<@U0AIKO> asks for AWS access for *2 people* in 3 accounts');
  expect(card).toContain('*Permission set* `Developer`: `PowerUserAccess`, an inline policy, sessions of 4 hours');
  expect(card).toContain(
    [
      '*Users to create*, and how each is told',
      '• <@U0YUKI> → `yuki@kumoworks.example` (DM)',
      '      ◦ given name `由紀`, family name `佐藤`',
      '• <@U0OMAR> → `omar@kumoworks.example` (DM)',
      '      ◦ given name `Omar`, family name `Haddad`',
    ].join('\n'),
  );
  expect(card).not.toContain(':warning:');
  expect(output.people).toMatchObject([
    { userName: 'yuki@kumoworks.example', status: 'told', made: ACCOUNTS },
    { userName: 'omar@kumoworks.example', status: 'told', made: ACCOUNTS },
  ]);
  const lines =
    '• <@U0YUKI> → `yuki@kumoworks.example`: told in Slack\n• <@U0OMAR> → `omar@kumoworks.example`: told in Slack';
  expect(end).toContain(`:white_check_mark: Approved by <@U0MARIA>: 2 people have access.\n${lines}`);
  expect(news).toContain(`:white_check_mark: Done: 2 people have access to 3 accounts.\n${lines}`);
  expect(found(bot, 'yuki@kumoworks.example')).toEqual({
    userName: 'yuki@kumoworks.example',
    displayName: '佐藤 由紀',
    mail: 'yuki@kumoworks.example',
    has: PLACES,
    groups: [],
  });
});

test.each([
  ['U0YUKI', 'yuki@kumoworks.example'],
  ['U0OMAR', 'omar@kumoworks.example'],
])(
  'what %s reads is what happens: a code by mail, a password, an authenticator, and three accounts',
  async (user, name) => {
    const text = await portalMessage(bot, user);
    expect(text).toContain(`*AWS access portal* <${PORTAL}>\n*User name* \`${name}\``);
    expect(text).toContain(`1. Open the portal and enter your user name. AWS then e-mails a code to \`${name}\`.`);
    expect(text).not.toMatch(/temporary password/i);
    expect(linksIn(text)).toEqual(ACCOUNTS.map((id) => link(id)));

    const portal = atPortal(bot, name);
    expect(await portal.codes(name)).toEqual([]);
    const session = await portal.arrive(name, OWN);
    expect((await portal.accounts(session)).toSorted()).toEqual(PLACES);
    const opened = await Promise.all(linksIn(text).map((each) => portal.follow(session, each)));
    expect(opened).toEqual(NAMES.map((account) => `${PORTAL}/ ${account} Developer/${name}`));
  },
);

test('who is not in Slack reads the same in one mail, which holds no password, and signs in', async () => {
  const { card, end } = await ask(bot, {
    accounts: ACCOUNTS,
    people: [],
    others: 'sam.lee Sam Lee <sam.lee@partner.example>',
  });
  expect(card).toContain(
    '• `sam.lee@partner.example` → `sam.lee` (e-mail)\n      ◦ given name `Sam`, family name `Lee`',
  );
  expect(end).toContain('• `sam.lee@partner.example` → `sam.lee`: told by e-mail');
  const mails = (await bot.mails()).filter(({ to }) => to.includes('sam.lee@partner.example'));
  expect(mails).toHaveLength(1);
  const { text = '', html = '', subject } = mails[0] ?? {};
  expect(subject).toBe('Your access to AWS');
  expect(text).toContain(`AWS access portal: ${PORTAL}\nUser name: sam.lee\n`);
  expect(text).toContain(`- payments-dev (111122223333) as Developer\n  ${link(DEV)}\n`);
  expect(text).toContain(
    '1. Open the portal and enter your user name. AWS then e-mails a code to sam.lee@partner.example.',
  );
  expect(text).not.toMatch(/temporary/i);
  for (const body of [text, html]) expect(linksIn(body)).toEqual(ACCOUNTS.map((id) => link(id)));

  const portal = atPortal(bot, 'sam.lee');
  const session = await portal.arrive('sam.lee@partner.example', OWN);
  expect((await portal.accounts(session)).toSorted()).toEqual(PLACES);
});

test('one account more for somebody who is there: no code is mailed, and the password is as before', async () => {
  const before = (await atPortal(bot, 'x').codes('yuki@kumoworks.example')).length;
  const { card, end } = await ask(bot, { accounts: ['444455556666', DEV], people: ['U0YUKI'] });
  expect(card).toContain(
    [
      '*Existing users who get more*, and how each is told',
      '• <@U0YUKI> → `yuki@kumoworks.example` (DM)',
      '      ◦ has `payments-dev` (111122223333) as `Developer`; gets `sandbox-tokyo` (444455556666) as `Developer`',
    ].join('\n'),
  );
  expect(end).toContain(':white_check_mark: Approved by <@U0MARIA>: 1 person has access.');
  const text = await portalMessage(bot, 'U0YUKI', (each) => each.includes('sandbox-tokyo'));
  expect(text).toContain('account `sandbox-tokyo` (444455556666).');
  expect(text).toContain('Open the portal, and sign in as you always do. Your password and your MFA stay as they are.');
  expect(linksIn(text)).toEqual([link('444455556666')]);

  const portal = atPortal(bot, 'yuki@kumoworks.example');
  expect(await portal.signIn({ password: OWN })).toEqual({ mfaRequired: true });
  expect(await portal.codes('yuki@kumoworks.example')).toHaveLength(before);
  expect(found(bot, 'yuki@kumoworks.example')?.has).toEqual([...PLACES, '444455556666 Developer'].toSorted());
});

test('who has all of it is told apart before and after, and hears nothing', async () => {
  const before = await messagesOf(bot, 'U0YUKI');
  const { card, end, news } = await ask(bot, { accounts: [DEV, SEARCH], people: ['U0YUKI'] });
  expect(card).toContain('*Already have all of it*\n• <@U0YUKI> → `yuki@kumoworks.example`');
  expect(card).toContain(':warning: *There is nothing to give:* an approval would change nothing.');
  for (const text of [end, news])
    expect(text).toContain('• <@U0YUKI> → `yuki@kumoworks.example`: already had all of it');
  expect(await messagesOf(bot, 'U0YUKI')).toEqual(before);
});

test('a profile of a group alone asks for no account: the approver sees what the group opens, and it is open', async () => {
  const { card, news } = await ask(bot, { profile: 'engineering', accounts: [], people: ['U0YUKI', 'U0KEN'] });
  expect(card).toContain('*Groups* `Engineering`');
  expect(card).toContain('*Accounts that `Engineering` opens* `111122223333`, `222233334444`');
  expect(card).toContain('*Already have all of it*\n• <@U0KEN> → `Ken@Kumoworks.example`');
  expect(news).toContain('• <@U0KEN> → `Ken@Kumoworks.example`: already had all of it');
  expect(await portalMessage(bot, 'U0YUKI', (text) => text.includes('Engineering'))).toContain(
    '• the group `Engineering`, with the accounts that it opens',
  );
  expect(found(bot, 'yuki@kumoworks.example')?.groups).toEqual(['Engineering']);
  expect(await messagesOf(bot, 'U0KEN')).toEqual([]);
});
