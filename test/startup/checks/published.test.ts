import { pino } from 'pino';
import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { CHECKED_AT_ONCE } from '../../../src/contract/check.ts';
import { keyOfProfile } from '../../../src/contract/profile-object.ts';
import { objectsOf } from '../../../src/policy/published.ts';
import { readPolicy } from '../../../src/policy/read.ts';
import { checkPublished } from '../../../src/startup/checks/published.ts';
import { startAws, type World } from '../../sandbox/aws/world.ts';

const profile = (id: string, rest = 'groups: [Developers]') =>
  `  - { id: ${id}, name: N, description: D, method: iam-user, ${rest} }\n`;
const policyOf = (...profiles: string[]) =>
  readPolicy(`approvals: { channel: C0APPROVE, approvers: [S0PLATFORM] }\nprofiles:\n${profiles.join('')}`);

const many = Array.from({ length: CHECKED_AT_ONCE + 1 }, (_, n) => `profile-${n}`);

/** A local AWS in which exactly these profiles are published, and what the bot finds when it starts with a policy. */
async function published(policy: ReturnType<typeof policyOf>, organization = kumoworks) {
  const world: World = await startAws({}, organization);
  world.aws.profiles.remove(keyOfProfile('developer'));
  for (const [key, text] of objectsOf(policy.profiles)) world.aws.profiles.put(key, text);
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  return {
    world,
    said: () =>
      lines.map((line) => JSON.parse(line) as { level: number; msg: string; profile?: string; differing?: string[] }),
    check: (with_ = policy) => checkPublished(world.sfn, world.environment.CHECK_STATE_MACHINE_ARN ?? '', with_, log),
  };
}

test('what is published as the policy file says lets the bot start, and nothing is said', async () => {
  const { check, said } = await published(policyOf(profile('developer'), profile('auditor')));
  await check();
  expect(said()).toEqual([]);
});

test('profiles that are not published are told at once, each with the remedy', async () => {
  const { check } = await published(policyOf(profile('developer')));
  const more = policyOf(profile('developer'), profile('auditor'), profile('breakglass'));
  await expect(check(more)).rejects.toThrow(
    /^The profile "auditor" is not published: publish the policy \(run npm run policy -- FILE --publish.*\n {2}The profile "breakglass" is not published/,
  );
});

test('what is published and no JSON is told with the remedy', async () => {
  const { check, world } = await published(policyOf(profile('developer')));
  world.aws.profiles.put(keyOfProfile('developer'), '{');
  await expect(check()).rejects.toThrow(
    /^The profile "developer" cannot be read as it is published: publish the policy/,
  );
});

test('where what is published differs the bot starts, and its log names the profile and its settings', async () => {
  const { check, said } = await published(policyOf(profile('developer'), profile('auditor')));
  await check(policyOf(profile('developer', 'groups: [Developers, Pilots], approvers: [U0KEN]'), profile('auditor')));
  expect(said()).toMatchObject([
    {
      level: 50,
      profile: 'developer',
      differing: ['grants', 'approvers'],
      msg: expect.stringContaining('the one that counts: publish the policy'),
    },
  ]);
});

test('a policy that says its people otherwise, and gives the same, does not differ', async () => {
  const { check, said } = await published(policyOf(profile('developer')));
  await check(
    policyOf(profile('developer', 'groups: [Developers], requesters: [U0AIKO], claimWithin: 1d, guests: allow')),
  );
  expect(said()).toEqual([]);
});

test('more profiles than the machine reads at once are all looked at', async () => {
  const { check, world } = await published(policyOf(...many.map((id) => profile(id))));
  await check();
  const read = world.aws.seen.calls().filter(({ action }) => action === 's3:getObject');
  expect(read.map(({ params }) => params.Key).toSorted()).toEqual(many.map(keyOfProfile).toSorted());
  world.aws.profiles.remove(keyOfProfile(many.at(-1) ?? ''));
  await expect(check()).rejects.toThrow(`The profile "${many.at(-1)}" is not published`);
});

test.each([
  'organizations:describeOrganization',
  // Any account may ask the first; these two take the right to read the organization.
  'organizations:describeAccount',
  'organizations:listParents',
])('a home account that is denied %s is told once, with the remedy', async (question) => {
  const { check, world } = await published(policyOf(...many.map((id) => profile(id))));
  world.aws.failNext(question, 'Organizations.AccessDeniedException', 2);
  await expect(check()).rejects.toThrow(
    /^The home account may not read the organization: make it a delegated administrator, [^\n]*\(docs\/setup\.md\)\.$/,
  );
});

test('that too many ask at once says nothing against what is published: the bot starts, and its log says so', async () => {
  const { check, said, world } = await published(policyOf(profile('developer')));
  world.aws.failNext('states:StartSyncExecution', 'ThrottlingException');
  await check(policyOf(profile('never-published')));
  expect(said()).toMatchObject([{ level: 40, msg: 'the published policy could not be checked' }]);
});

test('a machine that ends otherwise is told with its error: the stack is older than the bot', async () => {
  const { world } = await published(policyOf(profile('developer')));
  const log = pino({ level: 'silent' });
  const other = world.environment.ISSUE_PASSWORD_STATE_MACHINE_ARN ?? '';
  await expect(checkPublished(world.sfn, other, policyOf(profile('developer')), log)).rejects.toThrow(
    /^The state machine check ended FAILED \(.+\): deploy the current manifests\/aws\/boarding-pass\.yaml\.$/,
  );
});

test('a profile that lets nobody change their first password is told in the log', async () => {
  const { check, said } = await published(policyOf(profile('developer', 'policyArns: []')));
  await check();
  expect(said()).toMatchObject([
    { level: 40, msg: expect.stringContaining('the profile "developer" lets nobody change') },
  ]);
});

const instance = 'ssoins-1234567890abcdef';
const set = (id: string) => `arn:aws:sso:::permissionSet/${instance}/ps-${id}`;
/** What the local Identity Center is, unless a test says otherwise. */
const section = {
  instanceArn: `arn:aws:sso:::instance/${instance}`,
  identityStoreId: 'd-1234567890',
  region: 'eu-west-1',
  portalUrl: 'https://kumoworks.awsapps.com/start',
  users: 'create',
  sessionName: 'kumoworks',
};
const policyAtPortal = (rest: string, more: Partial<typeof section> = {}) =>
  readPolicy(
    [
      'approvals: { channel: C0APPROVE, approvers: [S0PLATFORM] }',
      `identityCenter: ${JSON.stringify({ ...section, ...more })}`,
      'profiles:',
      `${profile('developer')}  - { id: cloud, name: N, description: D, method: identity-center, ${rest} }\n`,
    ].join('\n'),
  );

/** An organization whose stack allows these permission sets, too. */
const allowing = (...more: string[]): typeof kumoworks => {
  const { identityCenter } = kumoworks;
  const { PermissionSetArns, ...others } = identityCenter.stackParameters;
  const stackParameters = { ...others, PermissionSetArns: [PermissionSetArns, ...more].join(',') };
  return { ...kumoworks, identityCenter: { ...identityCenter, stackParameters } };
};

test('a profile of Identity Center that can be given lets the bot start, and nothing is said', async () => {
  const rest = `groups: [Engineering], permissionSets: ["${set('2222bbbb2222bbbb')}"]`;
  const { check, said } = await published(policyAtPortal(rest));
  await check();
  expect(said()).toEqual([]);
});

test.each<[string, ReturnType<typeof policyAtPortal>, string]>([
  [
    'a group that is not there',
    policyAtPortal('groups: [Nobody]'),
    'the group Nobody does not exist in Identity Center',
  ],
  [
    'a permission set that is not there',
    policyAtPortal(`permissionSets: ["${set('9999ffff9999ffff')}"]`),
    `the permission set ${set('9999ffff9999ffff')} does not exist: correct its ARN`,
  ],
  [
    'a permission set that gives administrator rights, which nobody said is meant',
    policyAtPortal(`permissionSets: ["${set('3333cccc3333cccc')}"]`),
    'the permission set Administrator gives administrator rights: if it is meant to, say sensitive: true',
  ],
  [
    'a permission set that the stack does not allow',
    policyAtPortal(`permissionSets: ["${set('4444dddd4444dddd')}"]`),
    'Identity Center does not let boarding-pass look: deploy the current manifests/aws/identity-center.yaml',
  ],
  [
    'the id of another store',
    policyAtPortal('groups: [Engineering]', { identityStoreId: 'd-0987654321' }),
    'identityCenter.identityStoreId is not that of the instance',
  ],
  [
    'another Region',
    policyAtPortal('groups: [Engineering]', { region: 'us-east-1' }),
    'identityCenter.region is not the Region of the home stack',
  ],
])(
  'of a profile of Identity Center with %s the log says what to do, and the bot starts',
  async (_what, policy, told) => {
    const { check, said } = await published(policy, allowing(set('9999ffff9999ffff'), set('3333cccc3333cccc')));
    await check();
    expect(said()).toMatchObject([
      { level: 50, profile: 'cloud', msg: expect.stringContaining(`This profile cannot be given: ${told}`) },
    ]);
  },
);

test('where Identity Center cannot be reached the log says so of its profiles, and others can be given', async () => {
  const { check, said, world } = await published(policyAtPortal('groups: [Engineering]'));
  world.aws.identityCenter.change({ instance: 'none' });
  await check();
  expect(said()).toMatchObject([
    { level: 50, profile: 'cloud', msg: expect.stringContaining('there is no instance identityCenter.instanceArn') },
  ]);
});
