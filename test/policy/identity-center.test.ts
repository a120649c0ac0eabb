import { expect, test } from 'vitest';
import { objectsOf, publishedAs } from '../../src/policy/published.ts';
import { readPolicy, warningsOf } from '../../src/policy/read.ts';

const set = (last: string, instance = 'ssoins-1234567890abcdef') =>
  `arn:aws:sso:::permissionSet/${instance}/ps-${last.padStart(16, '0')}`;
const approvals = 'approvals: { channel: C0APPROVE, approvers: [S0PLATFORM] }\n';
const section = `identityCenter:
  instanceArn: arn:aws:sso:::instance/ssoins-1234567890abcdef
  identityStoreId: d-1234567890
  region: eu-west-1
  portalUrl: https://acme.awsapps.com/start
  users: create
  sessionName: acme
`;
const profile = (rest: string, id = 'cloud') =>
  `  - { id: ${id}, name: N, description: D, method: identity-center, ${rest} }\n`;
const policyOf = (...profiles: string[]) => `${approvals}${section}profiles:\n${profiles.join('')}`;

test('a profile of Identity Center has its grants, and its section as settings', () => {
  const { profiles } = readPolicy(policyOf(profile(`groups: [Engineering], permissionSets: ["${set('1')}"]`)));
  expect(profiles).toMatchObject([
    {
      method: 'identity-center',
      grants: { groups: ['Engineering'], permissionSets: [set('1')], sensitive: false },
      settings: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        identityStoreId: 'd-1234567890',
        region: 'eu-west-1',
        portalUrl: 'https://acme.awsapps.com/start',
        users: 'create',
        firstSignIn: 'portal-code',
        sessionName: 'acme',
      },
    },
  ]);
  expect(warningsOf({ approvals: { channel: '', language: 'en', expireAfterSeconds: 1 }, profiles })).toEqual([]);
});

test('a profile of another method beside it has no settings', () => {
  const other = '  - { id: developer, name: N, description: D, method: iam-user, groups: [Developers] }\n';
  const [, developer] = readPolicy(policyOf(profile('groups: [Engineering]'), other)).profiles;
  expect(developer?.settings).toEqual({});
});

test('a section without a profile that needs it is no mistake', () => {
  const other = '  - { id: developer, name: N, description: D, method: iam-user, groups: [Developers] }\n';
  expect(readPolicy(policyOf(other)).profiles).toHaveLength(1);
});

test('the machines read the settings with each profile', () => {
  const { profiles } = readPolicy(policyOf(profile('groups: [Engineering]'), profile('groups: [Ops]', 'ops')));
  for (const one of profiles) expect(publishedAs(one).settings).toMatchObject({ identityStoreId: 'd-1234567890' });
  const [first] = objectsOf(profiles).values();
  expect(JSON.parse(first ?? '')).toMatchObject({ grants: { permissionSets: [] }, settings: { users: 'create' } });
});

const long = (count: number) => Array.from({ length: count }, (_, i) => `"${set(String(i))}"`).join(', ');
test.each<[string, string, RegExp]>([
  [
    'a profile without the section',
    `${approvals}profiles:\n${profile('groups: [Engineering]')}`,
    /^A mistake .*\n {2}onboarding.yaml:3: profiles.0.method: needs the section identityCenter in this file$/,
  ],
  [
    'a profile that gives nothing',
    policyOf(profile('guests: refuse')),
    /^A mistake .*\n {2}onboarding.yaml:10: profiles.0: gives nothing: name groups, permissionSets or both$/,
  ],
  [
    'a permission set of another instance',
    policyOf(profile(`permissionSets: ["${set('1')}", "${set('2', 'ssoins-fedcba0987654321')}"]`)),
    /^A mistake .*\n {2}onboarding.yaml:10: profiles.0.permissionSets.1: belongs to a different instance from identityCenter.instanceArn \(ssoins-1234567890abcdef\)$/,
  ],
  [
    'four permission sets',
    policyOf(profile(`permissionSets: [${long(4)}]`)),
    /profiles.0.permissionSets: must be at most 3$/,
  ],
  [
    'the name of a permission set',
    policyOf(profile('permissionSets: [Developer]')),
    /profiles.0.permissionSets.0: must be the ARN of a permission set, arn:aws:sso:::permissionSet\/ssoins-…\/ps-…$/,
  ],
  [
    'eleven groups',
    policyOf(profile(`groups: [${Array.from({ length: 11 }, (_, i) => `G${i}`).join(', ')}]`)),
    /profiles.0.groups: must be at most 10$/,
  ],
  ['a group without a name', policyOf(profile('groups: [""]')), /profiles.0.groups.0: must be the display name of a/],
  [
    'a word for sensitive',
    policyOf(profile('groups: [Engineering], sensitive: "yes"')),
    /profiles.0.sensitive: must be true or false$/,
  ],
  [
    'what another method gives',
    policyOf(profile('groups: [Engineering], policyArns: []')),
    /profiles.0.policyArns: is not a setting; check its spelling and its indentation$/,
  ],
  [
    'ids that were swapped',
    policyOf(profile('groups: [Engineering]'))
      .replace('arn:aws:sso:::instance/ssoins-1234567890abcdef', 'X')
      .replace('d-1234567890', 'arn:aws:sso:::instance/ssoins-1234567890abcdef')
      .replace('X', 'd-1234567890'),
    /^2 mistakes .*\n {2}onboarding.yaml:3: identityCenter.instanceArn: must be the ARN of the instance.*\n {2}onboarding.yaml:4: identityCenter.identityStoreId: must be the id of the identity store/,
  ],
  [
    'a section that lacks a setting',
    policyOf(profile('groups: [Engineering]')).replace('  region: eu-west-1\n', ''),
    /onboarding.yaml:3: identityCenter.region: is missing$/,
  ],
  [
    'a setting of the section that there is not',
    policyOf(profile('groups: [Engineering]')).replace('  region:', '  Region: x\n  region:'),
    /onboarding.yaml:5: identityCenter.Region: is not a setting; check its spelling and its indentation$/,
  ],
])('%s is refused', (_what, text, message) => {
  expect(() => readPolicy(text)).toThrow(message);
});

test.each([
  ['that is meant to give administrator rights', `permissionSets: ["${set('1')}"], sensitive: true`],
  ['of three permission sets', `permissionSets: [${long(3)}]`],
  ['of a group with a name of any script', 'groups: ["エンジニア 全員", "Team (EU) & more"]'],
])('a profile %s is read', (_what, rest) => {
  expect(readPolicy(policyOf(profile(rest))).profiles).toHaveLength(1);
});
