import { beforeEach, describe, expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { en } from '../../src/messages/words/en.ts';
import { ask, found, messagesOf, republish, SEARCH, textOf, useCenter } from './identity-center.ts';
import { CHANNEL, DEV } from './world.ts';

// Where AWS is not as the policy declares it, or a profile cannot be given: who asked reads why, and what to do.

const { identityCenter } = kumoworks;
const setArn = (name: string) => identityCenter.permissionSets.find((set) => set.name === name)?.arn ?? name;
const nobody = setArn('Developer').replace('ps-2222bbbb2222bbbb', 'ps-0000000000000000');
const PermissionSetArns = [...['ReadOnly', 'Developer', 'Administrator'].map(setArn), nobody].join(',');
/** Where the role may use every permission set, and one more administers than the one of the management account. */
const permissionSets = [
  ...identityCenter.permissionSets,
  {
    arn: setArn('Developer').replace('ps-2222bbbb2222bbbb', 'ps-4444dddd4444dddd'),
    name: 'OnCall',
    description: 'Everything',
    sessionDuration: 'PT90M',
    managedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  },
];
const onCall = permissionSets.at(-1)?.arn ?? '';
const organization = {
  ...kumoworks,
  people: kumoworks.people.map((person) => ({ ...person, locale: 'en-US' })),
  identityCenter: {
    ...identityCenter,
    permissionSets,
    stackParameters: { ...identityCenter.stackParameters, PermissionSetArns: `${PermissionSetArns},${onCall}` },
  },
};
const bot = useCenter({}, { organization });

const yuki = 'yuki@kumoworks.example';
const asIs = { groups: [], permissionSets: [setArn('Developer')], sensitive: false };
const { instanceArn, identityStoreId } = identityCenter;

beforeEach(() => {
  bot.world.aws.identityCenter.change({ instance: 'ACTIVE' });
  republish(bot, 'cloud-developer', {
    grants: asIs,
    settings: { region: 'eu-west-1', instanceArn, identityStoreId, users: 'create' },
  });
});

describe('a request that nobody is asked to approve', () => {
  test.each<[what: string, prepare: () => unknown, words: string]>([
    [
      'no instance is there',
      () => bot.world.aws.identityCenter.change({ instance: 'none' }),
      en.trouble.InstanceMissing,
    ],
    [
      'the instance is not active',
      () => bot.world.aws.identityCenter.change({ instance: 'CREATE_IN_PROGRESS' }),
      en.trouble.InstanceNotActive,
    ],
    [
      'the policy names another Region',
      () => republish(bot, 'cloud-developer', { settings: { region: 'us-east-1' } }),
      en.trouble.OtherRegion,
    ],
    [
      'the policy names another identity store',
      () => republish(bot, 'cloud-developer', { settings: { identityStoreId: 'd-0000000000' } }),
      en.trouble.StoreMismatch,
    ],
    [
      'the KMS key refuses',
      () =>
        bot.world.aws.failNext('identitystore:getUserId', 'Identitystore.AccessDeniedException', 1, {
          cause: 'KMS_ACCESS_DENIED',
        }),
      en.trouble.KeyRefused,
    ],
    [
      'AWS throttles for good',
      () => bot.world.aws.failNext('ssoadmin:describeInstance', 'SsoAdmin.ThrottlingException', 9),
      en.trouble.RateLimited,
    ],
  ])('where %s', async (_what, prepare, words) => {
    prepare();
    const before = (await bot.as('U0KEN').messagesIn(CHANNEL)).length;
    const { id } = await bot.submit('U0AIKO', { profile: 'cloud-developer', accounts: [DEV] });
    await bot.ended(id);
    expect((await messagesOf(bot, 'U0AIKO')).at(-1)).toBe(
      `:x: Your request for \`payments-dev\` (111122223333) could not be carried out. ${words}`,
    );
    expect(await bot.as('U0KEN').messagesIn(CHANNEL)).toHaveLength(before);
    expect(found(bot, yuki)).toBeUndefined();
  });
});

describe('a request in which nothing can be given', () => {
  const nothing = ':warning: *There is nothing to give:* an approval would change nothing.';
  test.each<[what: string, grants: object, words: string]>([
    ['the permission set does not exist', { permissionSets: [nobody] }, en.trouble.PermissionSetMissing],
    [
      'the management account has the permission set, too',
      { permissionSets: [setArn('Administrator')], sensitive: true },
      en.trouble.PermissionSetInManagementAccount,
    ],
    [
      'the permission set administers, and the policy does not say that it is to',
      { permissionSets: [onCall] },
      en.trouble.PermissionSetAdministers,
    ],
  ])('for %s', async (_what, grants, words) => {
    republish(bot, 'cloud-developer', { grants });
    const { card, end, news, output } = await ask(bot, { accounts: [DEV], people: ['U0YUKI'] });
    expect(card).toContain(nothing);
    expect(card).toContain(`:warning: *As things stand, it cannot be given.* ${words}`);
    const line = `• <@U0YUKI> → \`${yuki}\`: no access: ${words}`;
    expect(end).toContain(`:warning: Approved by <@U0MARIA>, but nobody is all set yet:\n${line}`);
    expect(news).toContain(line);
    expect(output.people).toMatchObject([{ status: 'not-created', made: [] }]);
    expect(found(bot, yuki)).toBeUndefined();
    expect(await messagesOf(bot, 'U0YUKI')).toEqual([]);
  });

  test('for a group that does not exist: it is named', async () => {
    republish(bot, 'engineering', { grants: { groups: ['Engineering', 'Nowhere'] } });
    const { card, end } = await ask(bot, { profile: 'engineering', accounts: [], people: ['U0YUKI'] });
    expect(card).toContain(nothing);
    expect(card).toContain(
      ':warning: *Missing:* group `Nowhere`. Have your AWS administrators create it, then ask again.',
    );
    expect(end).toContain(`no access: ${en.trouble.GroupMissing}`);
    expect(found(bot, yuki)).toBeUndefined();
  });
});

test('a permission set that is meant to administer says so, is asked twice about, and is given', async () => {
  republish(bot, 'cloud-developer', { grants: { permissionSets: [onCall], sensitive: true } });
  const { card, end } = await ask(bot, { accounts: [SEARCH], people: ['U0OMAR'] });
  expect(card).toContain('*Permission set* `OnCall`: `AdministratorAccess`, sessions of 1.5 hours');
  expect(card).toContain(':rotating_light: *It gives administrator rights.*');
  expect(end).toContain('• <@U0OMAR> → `omar@kumoworks.example`: told in Slack');
  expect(found(bot, 'omar@kumoworks.example')?.has).toEqual([`${SEARCH} OnCall`]);
});

test('the roles’ stack is gone since the approval: nothing is made, and each reads what to do', async () => {
  const { stack } = bot.world.aws.look.accounts.get(identityCenter.administratorAccount) ?? {};
  const roles = stack?.().roles as Map<string, unknown>;
  const [arn = '', role] = [...roles].find(([each]) => each.endsWith('provision-identity-center')) ?? [];
  const { end, news } = await ask(
    bot,
    { accounts: [DEV, SEARCH], people: ['U0YUKI'] },
    { meanwhile: () => roles.delete(arn) },
  );
  roles.set(arn, role);
  const line = `• <@U0YUKI> → \`${yuki}\`: no access: ${en.trouble.DirectoryUnreachable}`;
  for (const text of [end, news]) expect(text).toContain(line);
  expect(found(bot, yuki)).toBeUndefined();
});

test('a suspended account is not on the menu, and where it was suspended since, the others stand', async () => {
  const account = bot.world.aws.look.accounts.get(SEARCH)?.account ?? { state: '' };
  const { id, ts } = await bot.request({ profile: 'cloud-developer', accounts: [SEARCH, DEV], people: ['U0OMAR'] });
  Object.assign(account, { state: 'SUSPENDED' });
  await bot.approve('U0MARIA', ts);
  await bot.ended(id);
  Object.assign(account, { state: 'ACTIVE' });
  const end = textOf(await bot.post(id, (text) => text.includes('no access to')));
  expect(end).toContain('• <@U0OMAR> → `omar@kumoworks.example`: told in Slack');
  expect(end).toContain(
    `no access to \`search-dev\` (222233334444) as \`Developer\`: ${en.trouble.AssignmentFailed} (\`AWS SSO is unable to complete your request`,
  );
  expect(found(bot, 'omar@kumoworks.example')?.has).toContain(`${DEV} Developer`);
});
