import { describe, expect, test } from 'vitest';
import { type AccountOutcome, GROUPS } from '../../../src/contract/access.ts';
import type { DeliverInput } from '../../../src/contract/tasks.ts';
import { portalPlaces } from '../../../src/messages/newcomer/portal-places.ts';
import { signInsOf, welcomeMessage } from '../../../src/messages/newcomer/welcome.ts';
import { type Mail, portalMail } from '../../../src/messages/newcomer/welcome-mail.ts';
import { en, type Words } from '../../../src/messages/words/en.ts';
import { ja } from '../../../src/messages/words/ja.ts';
import { type PortalSignIn, portalAccessOf } from '../../../src/onboarding/sign-in.ts';
import { deliverInput, outcomeOf, portalUrl, prod } from '../../onboarding/at-portal.ts';
import { created, dev, samAsPerson } from '../../onboarding/examples.ts';

const groups = outcomeOf('done', GROUPS);
const inDev = outcomeOf('done', dev.id, 'Developer');
const soon = outcomeOf('pending', prod.id, 'Viewer', { RequestId: 'r-1' });
const link = `${portalUrl}/#/console?account_id=111122223333&role_name=Developer`;
const devAccount = { id: dev.id, name: dev.name, isManagement: false };

const accessOf = (input: DeliverInput) => {
  const access = portalAccessOf(input.person.Outcomes);
  if (!access) throw new Error('Nothing was given at the portal.');
  return access;
};
const placesOf = (outcomes: AccountOutcome[], input = deliverInput(outcomes)) => portalPlaces(accessOf(input), input);
const mailOf = (input: DeliverInput, words: Words): Mail =>
  portalMail({ ...input, organization: 'Kumoworks' }, accessOf(input), words);

test.each<[string, AccountOutcome[], object[]]>([
  ['groups, by their names', [groups], [{ kind: 'groups', names: ['Engineering'] }]],
  [
    'an account as a permission set, with a link straight into it',
    [inDev],
    [{ kind: 'account', account: devAccount, permissionSet: 'Developer', link }],
  ],
  ['what AWS goes on preparing, without a link', [soon], [{ kind: 'pending', account: prod, permissionSet: 'Viewer' }]],
  [
    'several of them, as they were given',
    [groups, inDev, soon],
    [{ kind: 'groups' }, { kind: 'account' }, { kind: 'pending' }],
  ],
  [
    'nothing of what they had, and of what failed',
    [inDev, outcomeOf('had', prod.id), outcomeOf('failed', prod.id, 'Developer', { Error: 'AssignmentFailed' })],
    [{ kind: 'account', account: devAccount }],
  ],
  [
    'an account that the request does not name, by its id',
    [outcomeOf('done', '999999999999', 'Developer')],
    [{ kind: 'account', account: { id: '999999999999', name: '999999999999' } }],
  ],
])('somebody is told of %s', (_what, outcomes, places) => {
  expect(placesOf(outcomes)).toMatchObject(places);
  expect(placesOf(outcomes)).toHaveLength(places.length);
});

test('groups are named as inspection found them, and as the policy has them', () => {
  const input = { ...deliverInput([groups]), grants: { groups: ['Engineering', 'Ops'] } };
  expect(portalPlaces(accessOf(input), input)).toEqual([{ kind: 'groups', names: ['Engineering', 'Ops'] }]);
});

const firstSignIns: [PortalSignIn, english: string[], japanese: string[]][] = [
  [
    'portal-code',
    [
      'Open the portal and enter your user name. AWS then e-mails a code to EMAIL.',
      'Enter the code, and set your own password.',
      'Set up MFA when AWS asks for it.',
    ],
    [
      'ポータルを開き、ユーザー名を入力してください。AWS から EMAIL にコードが届きます。',
      'コードを入力し、ご自身のパスワードを設定してください。',
      '画面の案内に従って、MFA を設定してください。',
    ],
  ],
  [
    'administrator-password',
    [
      'Ask your AWS administrators for your one-time password.',
      'Open the portal, sign in with it, and set your own password.',
      'Set up MFA when AWS asks for it.',
    ],
    [
      'AWS 管理者から、ワンタイムパスワードを受け取ってください。',
      'ポータルを開き、そのパスワードでサインインして、ご自身のパスワードを設定してください。',
      '画面の案内に従って、MFA を設定してください。',
    ],
  ],
  [
    'company-account',
    ['Open the portal, and sign in with your company account.'],
    ['ポータルを開き、会社のアカウントでサインインしてください。'],
  ],
  [
    'as-before',
    ['Open the portal, and sign in as you always do. Your password and your MFA stay as they are.'],
    ['ポータルを開き、いつもどおりサインインしてください。パスワードと MFA は変わりません。'],
  ],
];

/** As people read them: several are numbered. */
const numbered = (steps: string[], email: string) =>
  steps
    .map((step, i) => (steps.length > 1 ? `${i + 1}. ${step}` : step))
    .join('\n')
    .replace('EMAIL', email);

describe.each([
  ['English', en, 1],
  ['Japanese', ja, 2],
] as const)('in %s', (_language, words, column) => {
  test.each(firstSignIns)('somebody in Slack reads how they sign in first: %s', (...row) => {
    const input = deliverInput([inDev], { firstSignIn: row[0] });
    const { text, blocks } = welcomeMessage(input, words);
    expect(text).toContain(`\n${numbered(row[column], '`sam@partner.example`')}\n`);
    expect(text).toContain(`<${portalUrl}>`);
    // No button, since there is no password to show.
    expect(blocks.map(({ type }) => type)).not.toContain('actions');
  });

  test.each(firstSignIns)('somebody by mail reads how they sign in first: %s', (...row) => {
    const { text, html, subject, to } = mailOf(deliverInput([inDev], { firstSignIn: row[0] }), words);
    expect(to).toBe('sam@partner.example');
    expect(subject).toBe(words.mail.portalSubject);
    expect(text).toContain(`\n\n${numbered(row[column], 'sam@partner.example')}\n\n`);
    for (const step of row[column]) expect(html).toContain(step.replace('EMAIL', 'sam@partner.example'));
    expect(html.includes('<ol>')).toBe(row[column].length > 1);
    // There is no password that could be written down.
    expect(text).not.toContain(words.mail.password);
    expect(text).not.toContain(words.mail.newest);
  });

  test('the mail says the same as text and as HTML', () => {
    const { text, html } = mailOf(deliverInput([groups, inDev, soon]), words);
    for (const line of text.split('\n').filter((line) => line !== '' && !/[<&]/.test(line)))
      for (const part of line.replace(/^(\d\.|-) |^ +/, '').split(/: |：(?=\S)/)) expect(html).toContain(part);
    expect(text).toContain(`  ${link}\n`);
    expect(html).toContain(`<a href="${link.replace('&', '&amp;')}">`);
  });
});

test('the message names who asked, who approved, where, and each thing that is theirs', () => {
  const { text } = welcomeMessage(deliverInput([groups, inDev, soon]), en);
  expect(text.split('\n').slice(0, 8)).toEqual([
    '<@U0AIKO> asked for AWS access for you and <@U0KEN> approved it: 2 accounts.',
    '*Access* `Cloud`: Builds and deploys',
    `*AWS access portal* <${portalUrl}>`,
    '*User name* `sam`',
    '*What you have there*',
    '• the group `Engineering`, with the accounts that it opens',
    `• <${link.replace('&', '&amp;')}|dev> (111122223333), \`Developer\``,
    '• `prod` (222222222222) as `Viewer`: AWS is still preparing it. It will appear in the portal by itself.',
  ]);
});

test('of one account the message names that one', () => {
  const { text } = welcomeMessage(deliverInput([inDev, outcomeOf('had', prod.id)]), en);
  expect(text).toMatch(/approved it: account `dev` \(111122223333\)\.\n/);
});

test.each([
  [en, /approved it\.\n/, /approved it\.\n/],
  [ja, /^AWS をご利用いただけるようになりました/, /^Kumoworks の AWS をご利用いただけるようになりました/m],
])('where nothing is given in an account, none is named', (words, inSlack, byMail) => {
  const input = deliverInput([groups]);
  expect(welcomeMessage(input, words).text).toMatch(inSlack);
  expect(mailOf(input, words).text).toMatch(byMail);
});

test('of several groups it is said in the plural', () => {
  const input = { ...deliverInput([groups]), grants: { groups: ['Engineering', 'Ops'] } };
  expect(welcomeMessage(input, en).text).toContain(
    'the groups `Engineering`, `Ops`, with the accounts that they open\n',
  );
  expect(mailOf(input, en).text).toContain('- the groups Engineering, Ops, with the accounts that they open\n');
});

test('the name of an account cannot make a link go elsewhere, or become markup', () => {
  const input = deliverInput([inDev]);
  input.accounts = [{ id: dev.id, name: 'a|b>*c*\n<https://evil.example', isManagement: false }];
  expect(welcomeMessage(input, en).text).toContain(
    `<${link.replace('&', '&amp;')}|a¦b&gt;*c* &lt;https://evil.example> (111122223333)`,
  );
  expect(mailOf(input, en).html).toContain('a|b&gt;*c*\n&lt;https://evil.example');
});

test('what takes a temporary password is told with a button for it, and nothing of a portal', () => {
  const person = created(samAsPerson);
  const input = { ...deliverInput([]), person };
  expect(portalAccessOf(person.Outcomes)).toBeUndefined();
  expect(signInsOf(input)).toHaveLength(1);
  const { text } = welcomeMessage(input, en);
  expect(text).toContain(en.welcome.button);
  expect(text).not.toContain('portal');
});
