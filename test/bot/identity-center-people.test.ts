import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/words/en.ts';
import { ask, found, messagesOf, portalMessage, SEARCH, useCenter } from './identity-center.ts';
import { DEV } from './world.ts';

const bot = useCenter();
const center = () => bot.world.aws.identityCenter;
const others = (text: string) => ({ people: [], others: text });

const make = (UserName: string, mail: string) =>
  center().asAdmin('createUser', {
    UserName,
    DisplayName: 'Somebody',
    Name: { GivenName: 'Some', FamilyName: 'Body' },
    Emails: [{ Value: mail, Type: 'work', Primary: true }],
  });

describe('who somebody is', () => {
  test('found by mail under another name: all read that name, and it is what they sign in with', async () => {
    const { card, end, news } = await ask(bot, { accounts: [DEV], people: ['U0LENA'] });
    expect(card).toContain('*Existing users who get more*, and how each is told\n• <@U0LENA> → `l.fischer` (DM)');
    for (const text of [end, news]) expect(text).toContain('• <@U0LENA> → `l.fischer`: told in Slack');
    expect(await portalMessage(bot, 'U0LENA')).toContain('*User name* `l.fischer`');
    expect(found(bot, 'l.fischer')?.has).toEqual([`${DEV} Developer`]);
    expect(found(bot, 'lena@kumoworks.example')).toBeUndefined();
  });

  test.each([
    ['as AWS takes them for the same', false, [DEV]],
    ['where AWS tells it apart', true, [SEARCH]],
  ])('however the case, %s', async (_what, exactLookups, accounts) => {
    center().change({ exactLookups });
    const { card, end } = await ask(bot, { accounts, people: ['U0KEN'] });
    center().change({ exactLookups: false });
    expect(card).toContain('*Existing users who get more*, and how each is told\n• <@U0KEN> → `Ken@Kumoworks.example`');
    expect(end).toContain('• <@U0KEN> → `Ken@Kumoworks.example`: told in Slack');
    expect(await portalMessage(bot, 'U0KEN')).toContain('*User name* `Ken@Kumoworks.example`');
    expect(found(bot, 'ken@kumoworks.example')?.has).toContain(`${accounts[0]} Developer`);
  });

  test('by the address as Slack has it, where AWS tells the case apart', async () => {
    make('o.haddad', 'Omar@Kumoworks.example');
    center().change({ exactLookups: true });
    const { end } = await ask(bot, { accounts: [DEV], people: ['U0OMAR'] });
    center().change({ exactLookups: false });
    expect(end).toContain('• <@U0OMAR> → `o.haddad`: told in Slack');
    expect(found(bot, 'omar@kumoworks.example')).toBeUndefined();
  });

  test('a user name that is somebody else’s: the approver and the requester read what to type instead, and nobody is told', async () => {
    make('sam.lee', 'samantha@partner.example');
    const { card, end, news } = await ask(bot, {
      accounts: [DEV, SEARCH],
      ...others('sam.lee Sam Lee <sam.lee@partner.example>\nlee@partner.example'),
    });
    const line = `• \`sam.lee@partner.example\` → \`sam.lee\``;
    for (const text of [card, end, news]) expect(text).toContain(`*Not included*\n${line}: ${en.trouble.UserMismatch}`);
    expect(end).toContain('1 person has access');
    expect(found(bot, 'sam.lee')).toMatchObject({ mail: 'samantha@partner.example', has: [] });
    expect((await bot.mails()).filter(({ to }) => /sam/.test(to.join()))).toEqual([]);
  });

  test('a mail that somebody else has: it is theirs, and the approver reads whose', async () => {
    make('s.lee', 'sam@partner.example');
    const { card, end } = await ask(bot, { accounts: [DEV], ...others('mallory Sam Lee <sam@partner.example>') });
    expect(card).toContain('*Existing users who get more*, and how each is told\n• `sam@partner.example` → `s.lee`');
    expect(end).toContain('• `sam@partner.example` → `s.lee`: told by e-mail');
    expect(found(bot, 'mallory')).toBeUndefined();
  });

  test('a disabled user gets nothing, and the other one does', async () => {
    const { card, end } = await ask(bot, { accounts: [DEV], people: ['U0HIRO', 'U0YUKI'] });
    const hiro = '• <@U0HIRO> → `hiro@kumoworks.example`';
    for (const text of [card, end]) expect(text).toContain(`*Not included*\n${hiro}: ${en.trouble.UserDisabled}`);
    expect(end).toContain(':white_check_mark: Approved by <@U0MARIA>: 1 person has access.');
    expect(end).toContain('• <@U0YUKI> → `yuki@kumoworks.example`: told in Slack');
    expect(await messagesOf(bot, 'U0HIRO')).toEqual([]);
  });
});

describe('user names of Identity Center', () => {
  test.each([
    ['of 129 characters', 'x'.repeat(129)],
    ['that AWS keeps for itself', 'Administrator'],
    ['that AWS keeps for itself, in other letters', 'ADMINISTRATOR'],
  ])('one %s is refused where it is typed', async (_what, name) => {
    const { shown } = await bot.submit('U0AIKO', {
      profile: 'cloud-developer',
      ...others(`${name} sam@partner.example`),
    });
    expect(shown.errors?.others).toContain(
      'cannot be a user name: use up to 128 characters without spaces, and not “Administrator”.',
    );
  });

  test('one with a space is told as too many parts', async () => {
    const { shown } = await bot.submit('U0AIKO', {
      profile: 'cloud-developer',
      ...others('sam lee sam@partner.example'),
    });
    expect(shown.errors?.others).toBe(
      en.formProblem({ field: 'others', kind: 'too-many-words', text: 'sam lee sam@partner.example' }),
    );
  });

  test('what IAM does not take is taken here: 128 characters, and letters of any script', async () => {
    const long = 'x'.repeat(128);
    const { end } = await ask(bot, {
      accounts: [DEV],
      ...others(`${long} Lo Ng <lo@partner.example>\n佐藤 花子 <hanako@partner.example>`),
    });
    expect(end).toContain('2 people have access');
    expect(found(bot, long)?.has).toEqual([`${DEV} Developer`]);
    expect(found(bot, 'hanako@partner.example')).toMatchObject({ displayName: '佐藤 花子' });
  });
});

test('nobody approves for the user that they are themselves, under whatever address it was asked for', async () => {
  center().changeMail('l.fischer', 'someone@partner.example');
  const user = [...bot.world.aws.look.identityCenter.users.values()].find(({ userName }) => userName === 'l.fischer');
  Object.assign(user ?? {}, { userName: 'Maria@Kumoworks.example' });
  const { id, ts } = await bot.request({
    profile: 'cloud-viewer',
    accounts: [DEV],
    ...others('Some One <someone@partner.example>'),
  });
  await bot.approve('U0MARIA', ts);
  await bot.ended(id);
  const { text } = await bot.post(id, (blocks) => blocks.includes(en.trouble.SelfApproval));
  expect(text).toContain(en.trouble.SelfApproval);
  expect(found(bot, 'maria@kumoworks.example')?.has).not.toContain(`${DEV} ReadOnly`);
});

test('who is in two requests at once is made once, and has what both gave', async () => {
  const form = (account: string) => ({
    profile: 'cloud-viewer',
    accounts: [account],
    ...others('Ann Bo <ann@partner.example>'),
  });
  const first = await bot.request(form(DEV));
  const second = await bot.request(form(SEARCH));
  await bot.approve('U0KEN', first.ts);
  await bot.ended(first.id);
  await bot.approve('U0KEN', second.ts);
  await bot.ended(second.id);
  expect(found(bot, 'ann@partner.example')?.has).toEqual([`${DEV} ReadOnly`, `${SEARCH} ReadOnly`]);
  const texts = (await bot.mails()).filter(({ to }) => to.includes('ann@partner.example')).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('AWS then e-mails a code to ann@partner.example.');
  expect(texts[1]).toContain('sign in as you always do');
});
