import { expect, test } from 'vitest';
import { readConfig } from '../../../../src/methods/identity-center/cli/config-text.ts';
import { setUpCli } from '../../../../src/methods/identity-center/cli/set-up.ts';
import type { CliAccess, CliRole, CliSetup } from '../../../../src/onboarding/cli.ts';
import { sha256 } from '../../../../src/onboarding/sha256.ts';

const session = { name: 'acme', startUrl: 'https://acme.awsapps.com/start/#/', region: 'eu-west-1' };
const role = (accountId: string, permissionSet = 'Developer', accountName?: string): CliRole => ({
  accountId,
  accountName,
  permissionSet,
  try: 's3 ls',
});
const setUp = (roles: CliRole[], more: Partial<CliAccess['session']> = {}): CliSetup => {
  const made = setUpCli({ session: { ...session, ...more }, roles }, sha256);
  if (!made) throw new Error('There is nothing to set up.');
  return made;
};
/** All of it as one file. */
const fileOf = ({ session, profiles }: CliSetup) => [session, ...profiles.map(({ text }) => text)].join('\n\n');

test('a profile for each account and permission set, which all refer to the one session', () => {
  const made = setUp([role('111122223333', 'Developer', 'payments-dev'), role('222233334444', 'Viewer', 'search-dev')]);
  expect(made.profiles.map(({ name }) => name)).toEqual([
    'payments-dev-Developer-111122223333',
    'search-dev-Viewer-222233334444',
  ]);
  expect(readConfig(fileOf(made))).toEqual([
    {
      kind: 'sso-session',
      name: 'acme',
      settings: {
        sso_start_url: 'https://acme.awsapps.com/start',
        sso_region: 'eu-west-1',
        sso_registration_scopes: 'sso:account:access',
      },
    },
    ...[
      ['payments-dev-Developer-111122223333', '111122223333', 'Developer'],
      ['search-dev-Viewer-222233334444', '222233334444', 'Viewer'],
    ].map(([name, sso_account_id, sso_role_name]) => ({
      kind: 'profile',
      name,
      settings: { sso_session: 'acme', sso_account_id, sso_role_name, region: 'eu-west-1', output: 'json' },
    })),
  ]);
  expect(made).toMatchObject({ sessionName: 'acme', leftOut: 0, isDualStack: false });
});

const HOSTILE = [
  'dev\ncredential_process = sh -c evil',
  'dev]\n[default]\ncredential_process = sh',
  '# comment',
  '; comment',
  '',
  '👩‍💻'.repeat(50),
  '決済',
  '[profile x]',
  '%(x)s $HOME `id` $(id)',
  '"; rm -rf ~ #',
];
test.each(HOSTILE)('an account that is called %j brings no line, no setting and no section of its own', (name) => {
  const made = setUp([role('111122223333', 'Developer', name)]);
  const [, profile] = readConfig(fileOf(made));
  expect(Object.keys(profile?.settings ?? {})).toEqual([
    'sso_session',
    'sso_account_id',
    'sso_role_name',
    'region',
    'output',
  ]);
  expect(profile?.name).toMatch(/^[a-z-]*Developer-111122223333$/);
  for (const command of [...(made.profiles[0]?.commands ?? []), ...made.sessionCommands])
    expect(command).toMatch(/^aws configure set [\w./: -]+$/);
});

test('names that look the same as words make no section twice', () => {
  const sets = ['Admin.One', 'Admin_One', 'Admin+One', 'Admin=One', 'Admin,One', 'Admin@One', 'Admin-One'];
  const made = setUp([
    ...sets.map((set) => role('111122223333', set, 'Dev')),
    ...sets.map((set) => role('222233334444', set, 'dev')),
  ]);
  expect(new Set(made.profiles.map(({ name }) => name)).size).toBe(14);
  expect(made.leftOut).toBe(0);
  expect(readConfig(fileOf(made))).toHaveLength(15);
});

test('200 profiles are 200 sections', () => {
  const made = setUp(
    Array.from({ length: 200 }, (_, i) => role(String(100_000_000_000 + i), 'Developer', 'same name')),
  );
  expect(readConfig(fileOf(made))).toHaveLength(201);
});

test('who has nothing yet gets the session alone', () => {
  expect(setUp([])).toMatchObject({ profiles: [], leftOut: 0 });
});

test.each([
  ['a permission set that is none', role('111122223333', 'a b')],
  ['a permission set with a line break', role('111122223333', 'a\ncredential_process = sh')],
  ['an account id that is none', role('groups')],
  ['one that is there already', role('999999999999')],
])('%s is left out, and counted', (_what, bad) => {
  const made = setUp([role('999999999999'), bad]);
  expect(made.profiles.map(({ name }) => name)).toEqual(['Developer-999999999999']);
  expect(made.leftOut).toBe(1);
});

test.each<[string, Partial<CliAccess['session']>]>([
  ['a portal that is none', { startUrl: 'https://evil.example/start' }],
  ['a session name of 65 characters', { name: 'x'.repeat(65) }],
  ['a session name with a line break', { name: 'acme]\n[default' }],
  ['a Region that is none', { region: 'eu-west-1\nx = y' }],
])('of %s nothing is made', (_what, more) => {
  expect(setUpCli({ session: { ...session, ...more }, roles: [role('111122223333')] }, sha256)).toBeUndefined();
});

test('the same as commands, for who must not paste', () => {
  const made = setUp([role('111122223333', '=a,b', 'dev'), role('222233334444', '-x'), role('222233334444', 'a+b')]);
  const name = `dev-a-b-${sha256('=a,b').slice(0, 6)}-111122223333`;
  expect(made.profiles[0]?.commands).toEqual([
    `aws configure set --profile ${name} sso_session acme`,
    `aws configure set --profile ${name} sso_account_id 111122223333`,
    `aws configure set --profile ${name} sso_role_name "=a,b"`,
    `aws configure set --profile ${name} region eu-west-1`,
    `aws configure set --profile ${name} output json`,
  ]);
  expect(made.profiles[1]?.commands[2]).toMatch(/ sso_role_name -- "-x"$/);
  expect(made.profiles[2]?.commands[2]).toMatch(/ sso_role_name "a\+b"$/);
  expect(made.sessionCommands).toEqual([
    'aws configure set --sso-session acme sso_start_url https://acme.awsapps.com/start',
    'aws configure set --sso-session acme sso_region eu-west-1',
    'aws configure set --sso-session acme sso_registration_scopes sso:account:access',
  ]);
});

test('the answers are in the order of the questions, and name the first profile', () => {
  expect(setUp([role('111122223333', 'Developer', 'dev')]).answers).toEqual([
    { prompt: 'SSO session name (Recommended)', answer: 'acme' },
    { prompt: 'SSO start URL', answer: 'https://acme.awsapps.com/start' },
    { prompt: 'SSO region', answer: 'eu-west-1' },
    { prompt: 'SSO registration scopes', step: 'enter' },
    { prompt: undefined, step: 'confirm' },
    { prompt: undefined, step: 'account', choice: '111122223333' },
    { prompt: undefined, step: 'role', choice: 'Developer' },
    { prompt: 'CLI default client Region', answer: 'eu-west-1' },
    { prompt: 'CLI default output format', answer: 'json' },
    { prompt: 'CLI profile name', answer: 'dev-Developer-111122223333' },
  ]);
});

test('for what is not among the profiles the answers name none: the AWS CLI suggests a name', () => {
  const { answers, answersForMore } = setUp([role('111122223333', 'Developer', 'dev')]);
  expect(answersForMore.slice(0, 4)).toEqual(answers.slice(0, 4));
  expect(answersForMore.slice(5)).toEqual([
    { prompt: undefined, step: 'account', choice: undefined },
    { prompt: undefined, step: 'role', choice: undefined },
    { prompt: 'CLI default client Region', answer: 'eu-west-1' },
    { prompt: 'CLI default output format', answer: 'json' },
    { prompt: 'CLI profile name', step: 'enter' },
  ]);
  expect(setUp([]).answers).toEqual(answersForMore);
});

test('a portal over IPv6, too, is told apart', () => {
  const made = setUp([], { startUrl: 'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws' });
  expect(made.isDualStack).toBe(true);
});
