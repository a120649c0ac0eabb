import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPolicy, warningsOf } from '../../src/policy/read.ts';

const good = `approvals:
  channel: C0APPROVE
  approvers: [S0PLATFORM]
profiles:
  - id: developer
    name: Developer
    description: Read-only console
    method: iam-user
`;

test('what is left out has a safe default', () => {
  expect(readPolicy(good)).toEqual({
    approvals: { channel: 'C0APPROVE', language: 'en', expireAfterSeconds: 259_200 },
    profiles: [
      {
        id: 'developer',
        name: 'Developer',
        description: 'Read-only console',
        method: 'iam-user',
        grants: { groups: [], policyArns: [] },
        settings: {},
        accounts: { only: undefined, ous: undefined, except: [] },
        requesters: undefined,
        approvers: ['S0PLATFORM'],
        userName: '{email}',
        emailDomains: [],
        guests: 'refuse',
        claimWithinSeconds: 604_800,
      },
    ],
  });
});

test('the example in the README is a policy', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n(approvals:[\s\S]*?)```/.exec(readme) ?? [];
  expect(readPolicy(example).profiles.length).toBeGreaterThan(0);
});

test('six mistakes are told at once, each with its line and what to write', () => {
  const bad = `approvals:
  channel: aws-approvals
  expireAfter: 72
  approvers: [S0PLATFORM]
profiles:
  - id: developer
    name: Developer
    description: ""
    method: iam-role
    groups: Developers
    acounts: { ous: [ou-abcd-11111111] }
`;
  expect(() => readPolicy(bad)).toThrow(
    [
      '6 mistakes in the policy file:',
      '  onboarding.yaml:2: approvals.channel: must be the id of a channel (C…), not its name: see the channel’s details in Slack',
      '  onboarding.yaml:3: approvals.expireAfter: must be a duration such as 30m, 72h or 7d',
      '  onboarding.yaml:8: profiles.0.description: must not be empty',
      '  onboarding.yaml:9: profiles.0.method: must be iam-user or identity-center',
      '  onboarding.yaml:10: profiles.0.groups: must be a list',
      '  onboarding.yaml:11: profiles.0.acounts: is not a setting; check its spelling and its indentation',
    ].join('\n'),
  );
});

test.each([
  [
    'nobody could approve',
    good.replace('  approvers: [S0PLATFORM]\n', ''),
    /onboarding.yaml:4: profiles.0: nobody could approve "developer"/,
  ],
  [
    'the same id twice',
    good + good.slice(good.indexOf('  - id')),
    /onboarding.yaml:9: profiles.1.id: "developer" is used twice/,
  ],
  ['no profiles', good.slice(0, good.indexOf('profiles')), /profiles: is missing/],
  [
    'an account id without quotes',
    `${good}    accounts: { except: [012345678901] }`,
    /onboarding.yaml:9: .*12-digit account id in quotes/,
  ],
  [
    'a time that is too long',
    good.replace('channel:', 'expireAfter: 15d\n  channel:'),
    /approvals.expireAfter: must not be longer than 14 days/,
  ],
  [
    'an approver who is nobody',
    good.replace('S0PLATFORM', 'ken'),
    /onboarding.yaml:3: approvals.approvers.0: must be a Slack user group/,
  ],
  [
    'accounts named one by one and by unit as well',
    `${good}    accounts: { only: ["111122223333"], ous: [ou-abcd-11111111] }`,
    /^A mistake .*\n {2}onboarding.yaml:9: profiles.0.accounts: must be either only, or ous and except$/,
  ],
  [
    'accounts named one by one and some of them left out',
    `${good}    accounts:\n      only: ["111122223333"]\n      except: ["111122223333"]`,
    /^A mistake .*\n {2}onboarding.yaml:10: profiles.0.accounts: must be either only, or ous and except$/,
  ],
  [
    'no account at all',
    `${good}    accounts: { only: [] }`,
    /onboarding.yaml:9: profiles.0.accounts.only: must name at least one/,
  ],
  [
    'a way of giving access that there is not',
    good.replace('iam-user', 'iam-role'),
    /^A mistake .*\n {2}onboarding.yaml:8: profiles.0.method: must be iam-user or identity-center$/,
  ],
  [
    'no way of giving access',
    good.replace('    method: iam-user\n', ''),
    /^A mistake .*\n {2}onboarding.yaml:5: profiles.0.method: is missing$/,
  ],
  ['YAML that is none', 'approvals: [', /onboarding.yaml:1: /],
  ['YAML that is none in its third line', 'approvals:\n  channel: C0\n  x: [\n', /onboarding.yaml:[34]: [^\n]+$/],
  [
    'YAML with two things wrong',
    'a: "\\x"\nb: "\\y"',
    /^2 mistakes in the policy file:\n {2}onboarding.yaml:1: [^\n]+\n {2}onboarding.yaml:2: [^\n]+$/,
  ],
  ['an empty file', '', /the file: /],
])('%s is refused', (_what, text, message) => {
  expect(() => readPolicy(text)).toThrow(message);
});

test('the management account can be named, by its id alone', () => {
  const { profiles } = readPolicy(`${good}    accounts: { only: ["111122223333"] }`);
  expect(profiles[0]?.accounts).toEqual({ only: ['111122223333'], ous: undefined, except: [] });
});

const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword';

test('a profile that lets nobody change their first password gets a warning, with its name and the remedy', () => {
  expect(warningsOf(readPolicy(good))).toEqual([
    `the profile "developer" lets nobody change their own password, which the first sign-in asks for: add ${changePassword} to policyArns`,
  ]);
  const unhelpful = `${good}    policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]\n`;
  expect(warningsOf(readPolicy(unhelpful))).toHaveLength(1);
});

test.each([
  ['a policy that lets them', `policyArns: ["${changePassword}"]`],
  ['that policy in another partition', 'policyArns: ["arn:aws-cn:iam::aws:policy/IAMUserChangePassword"]'],
  [
    'the policy of the member account’s stack',
    'policyArns: ["arn:aws:iam::111122223333:policy/boarding-pass-own-sign-in"]',
  ],
  ['a group, whose policies nobody here knows', 'groups: [Developers]'],
])('with %s there is no warning', (_what, line) => {
  expect(warningsOf(readPolicy(`${good}    ${line}\n`))).toEqual([]);
});

test.each([
  ['Ken Sato <ken@example.com>', 'ken@example.com'],
  ['"Sato, Ken <mailto:ken@example.com>"', 'ken@example.com'],
  ['mailto:ken@example.com', 'ken@example.com'],
  ['U0KEN', 'U0KEN'],
])('the approver %s is pasted as %s', (pasted, approver) => {
  const [profile] = readPolicy(good.replace('[S0PLATFORM]', `[${pasted}]`)).profiles;
  expect(profile?.approvers).toEqual([approver]);
});

test.each([
  ['only', '"1111-2222-3333"', { only: ['111122223333'], ous: undefined, except: [] }],
  ['except', '"1111 2222 3333"', { only: undefined, ous: undefined, except: ['111122223333'] }],
])('an account id in %s may be written as the console of AWS shows it', (setting, id, accounts) => {
  const [profile] = readPolicy(`${good}    accounts: { ${setting}: [${id}] }\n`).profiles;
  expect(profile?.accounts).toEqual(accounts);
});

test('a profile may say its name and description in each language', () => {
  const [profile] = readPolicy(
    good
      .replace('name: Developer', 'name: { en: Developer, ja: 開発者 }')
      .replace('description: Read-only console', 'description: { ja: コンソールの閲覧のみ }'),
  ).profiles;
  expect(profile).toMatchObject({
    name: { en: 'Developer', ja: '開発者' },
    description: { ja: 'コンソールの閲覧のみ' },
  });
});

test.each([
  [
    'another language',
    '{ en: Developer, de: Entwickler }',
    'profiles.0.name.de: is not a setting; check its spelling and its indentation',
  ],
  ['no language', '{}', 'profiles.0.name: must have a text in one language at least'],
  ['an empty text', '{ en: Developer, ja: "" }', 'profiles.0.name.ja: must not be empty'],
  [
    'a text that is too long',
    `{ en: ${'x'.repeat(76)} }`,
    'profiles.0.name.en: must be at most 75 characters, Slack’s limit for a menu entry',
  ],
  ['a number', '7', 'profiles.0.name: must be text, or a text for each language: { en: …, ja: … }'],
  ['a list', '[Developer]', 'profiles.0.name: must be text, or a text for each language: { en: …, ja: … }'],
])('a name with %s is told with its line', (_what, name, says) => {
  expect(() => readPolicy(good.replace('name: Developer', `name: ${name}`))).toThrow(
    `A mistake in the policy file:\n  onboarding.yaml:6: ${says}`,
  );
});

test('an ARN of another partition than the state machines’ is refused, wherever it is, with its line', () => {
  const policy = `${good}    groups: [Developers]
    policyArns: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/IAMUserChangePassword"]
`;
  expect(() => readPolicy(policy, 'onboarding.yaml', 'aws')).toThrow(
    'A mistake in the policy file:\n  onboarding.yaml:10: profiles.0.policyArns.0: is of the partition aws-cn of AWS, and the state machines are in aws: write arn:aws:…',
  );
  expect(readPolicy(policy).profiles).toHaveLength(1);
});
