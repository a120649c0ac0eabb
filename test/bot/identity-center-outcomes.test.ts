import { describe, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Planned } from '../../sandbox/identity-center/settings.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { en } from '../../src/messages/words/en.ts';
import {
  ask,
  found,
  LISBON,
  linksIn,
  messagesOf,
  portalMessage,
  republish,
  SEARCH,
  useCenter,
} from './identity-center.ts';
import { CHANNEL, DEV } from './world.ts';

const SEARCH_PROD = '222233335555';
const { identityCenter } = kumoworks;
/** Two accounts lack a policy of their own that the permission set asks for: AWS fails there, and says no reason. */
const organization = {
  ...kumoworks,
  people: kumoworks.people.map((person) => ({ ...person, locale: 'en-US' })),
  accounts: kumoworks.accounts.map((account) =>
    [SEARCH_PROD, LISBON].includes(account.id) ? { ...account, withoutRoles: true as const } : account,
  ),
  identityCenter: {
    ...identityCenter,
    permissionSets: identityCenter.permissionSets.map((set) =>
      set.name === 'ReadOnly' ? { ...set, customerManagedPolicies: ['boarding-pass-own-sign-in'] } : set,
    ),
  },
};
const policy = (text: string) =>
  text
    .replaceAll('ou-kumo-platform]', 'ou-kumo-platform, ou-kumo-sandboxes]')
    .replaceAll('[partner.example]', '[partner.example, bounce.example]');
const bot = useCenter({}, { organization, policy, logLevel: 'info' });

const center = () => bot.world.aws.identityCenter;
const plan = (count: number, one: Planned) => center().plan(...Array.from({ length: count }, () => one));
/** Everything that anybody could read in Slack. */
const slackTexts = async () =>
  JSON.stringify([
    await bot.as('U0KEN').messagesIn(CHANNEL),
    ...(await Promise.all(['U0AIKO', 'U0YUKI', 'U0OMAR', 'U0LENA'].map((user) => bot.as(user).dm()))),
  ]);

describe('an assignment that AWS goes on preparing', () => {
  test('is told as such to everybody, and not under the id of AWS; the others are given meanwhile', async () => {
    plan(1, { outcome: 'hangs' });
    const { end, news, output, id } = await ask(bot, { accounts: [DEV], people: ['U0YUKI', 'U0OMAR'] });
    const [hanging] = [...bot.world.aws.look.identityCenter.requests.values()].filter(
      ({ status }) => status === 'IN_PROGRESS',
    );
    const requestId = hanging?.requestId ?? '';
    const [slow, quick] = found(bot, 'yuki@kumoworks.example')?.has.length === 0 ? ['yuki', 'omar'] : ['omar', 'yuki'];
    const waits =
      '`payments-dev` (111122223333) as `Developer`: AWS is still preparing it. It will appear in the portal by itself.';
    for (const text of [end, news]) {
      expect(text).toContain('1 of 2 is all set');
      expect(text).toContain(
        `• <@U0${slow?.toUpperCase()}> → \`${slow}@kumoworks.example\`: told in Slack\n      ◦ ${waits}`,
      );
      expect(text).toContain(`• <@U0${quick?.toUpperCase()}> → \`${quick}@kumoworks.example\`: told in Slack`);
    }
    const told = await portalMessage(bot, `U0${slow?.toUpperCase()}`);
    expect(told).toContain(`• ${waits}`);
    expect(told).toContain('AWS then e-mails a code to');
    expect(linksIn(told)).toEqual([]);

    expect(output.people).toContainEqual(
      expect.objectContaining({ made: [], pending: [{ account: DEV, requestId }], status: 'told' }),
    );
    await until('the line about what is pending', () => lines('pending').length > 0);
    expect(lines('pending')).toContainEqual(
      expect.objectContaining({
        request: id,
        account: DEV,
        userName: `${slow}@kumoworks.example`,
        awsRequest: requestId,
      }),
    );
    expect(await slackTexts()).not.toContain(requestId);
  });

  test('and once it is there, another request sees that', async () => {
    const { requests } = bot.world.aws.look.identityCenter;
    const [hanging] = [...requests.values()].filter(({ status }) => status === 'IN_PROGRESS');
    if (!hanging) throw new Error('Nothing hangs.');
    const { accountId, permissionSetArn, principalId, principalType } = hanging;
    hanging.status = 'SUCCEEDED';
    bot.world.aws.look.identityCenter.assignments.push({ accountId, permissionSetArn, principalId, principalType });
    const { card } = await ask(bot, { accounts: [DEV], people: ['U0YUKI', 'U0OMAR'] });
    expect(card).toContain('*Already have all of it*\n• <@U0YUKI> → `yuki@kumoworks.example`\n• <@U0OMAR>');
  });
});

/** The audit lines of one kind in the bot's log. */
const lines = (audit: string): Record<string, unknown>[] =>
  bot
    .log()
    .split('\n')
    .filter((line) => line.includes(`"audit":"${audit}"`))
    .map((line) => JSON.parse(line));

describe('an assignment that fails', () => {
  test('in two of five accounts: each person and account has an outcome, and the message names what is theirs', async () => {
    const accounts = [DEV, '111122224444', SEARCH, SEARCH_PROD, LISBON];
    const { end, news, output } = await ask(bot, { profile: 'cloud-viewer', accounts, people: ['U0LENA', 'U0YUKI'] });
    const failed = `no access to \`search-prod\` (222233335555) as \`ReadOnly\`, \`sandbox-lisbon\` (444455557777) as \`ReadOnly\`: ${en.trouble.AssignmentFailed}`;
    for (const text of [end, news]) {
      expect(text).toContain('nobody is all set');
      expect(text).toContain(`• <@U0LENA> → \`l.fischer\`: told in Slack\n      ◦ ${failed}`);
      expect(text).toContain(`• <@U0YUKI> → \`yuki@kumoworks.example\`: told in Slack\n      ◦ ${failed}`);
    }
    const made = [DEV, '111122224444', SEARCH];
    expect(output.people).toMatchObject(
      ['l.fischer', 'yuki@kumoworks.example'].map((userName) => ({
        userName,
        status: 'told',
        made,
        failed: [SEARCH_PROD, LISBON].map((account) => ({ account, error: 'AssignmentFailed' })),
      })),
    );
    const text = await portalMessage(bot, 'U0LENA');
    expect(linksIn(text)).toHaveLength(3);
    expect(text).not.toContain(LISBON);
    expect(found(bot, 'l.fischer')?.has).toEqual(made.map((id) => `${id} ReadOnly`));
  });

  test('for good, with a reason of AWS: those words, tried twice; the new user is taken back, and nobody is told', async () => {
    plan(2, { outcome: 'fails', reason: 'The role `x` was *not* found.' });
    const { end, output } = await ask(bot, { accounts: [DEV], people: [], others: 'Ann Bo <ann@partner.example>' });
    expect(end).toContain(
      `• \`ann@partner.example\`: no access: ${en.trouble.AssignmentFailed} (\`The role ˋxˋ was *not* found.\`)`,
    );
    expect(output.people).toMatchObject([{ status: 'not-created', made: [], error: 'AssignmentFailed' }]);
    expect(found(bot, 'ann@partner.example')).toBeUndefined();
    expect((await bot.mails()).filter(({ to }) => to.includes('ann@partner.example'))).toEqual([]);
  });

  test('and where the new user cannot be taken back, that is said, with what it means', async () => {
    plan(2, { outcome: 'fails' });
    bot.world.aws.failNext('identitystore:deleteUser', 'Identitystore.AccessDeniedException', 9);
    const { end, news } = await ask(bot, { accounts: [DEV], people: [], others: 'Ann Bo <ann@partner.example>' });
    for (const text of [end, news])
      expect(text).toContain(
        `• \`ann@partner.example\`: no access: ${en.trouble.AssignmentFailed}\n      ◦ ${en.trouble.InertUserLeft}`,
      );
    expect(found(bot, 'ann@partner.example')).toMatchObject({ has: [], groups: [] });
  });

  test('for somebody who is there: they stay as they are, and hear nothing', async () => {
    plan(2, { outcome: 'fails' });
    const before = [found(bot, 'l.fischer'), await messagesOf(bot, 'U0LENA')];
    const { end } = await ask(bot, { accounts: [DEV], people: ['U0LENA'] });
    expect(end).toContain(`• <@U0LENA> → \`l.fischer\`: no access: ${en.trouble.AssignmentFailed}`);
    expect([found(bot, 'l.fischer'), await messagesOf(bot, 'U0LENA')]).toEqual(before);
  });
});

test('where others keep AWS busy for good, it says to ask again later', async () => {
  bot.world.aws.failNext('ssoadmin:createAccountAssignment', 'SsoAdmin.ConflictException', 47);
  const { end } = await ask(bot, { accounts: [SEARCH], people: ['U0LENA'] });
  expect(end).toContain(`• <@U0LENA> → \`l.fischer\`: no access: ${en.trouble.RateLimited}`);
});

test('who was given it and cannot be told keeps it, and the requester reads that they have to be told', async () => {
  const { slack } = bot.world;
  const { end, news } = await ask(
    bot,
    { accounts: ['444455556666'], people: ['U0LENA'], others: 'Kim Ho <kim@bounce.example>' },
    { afterwards: () => slack.changePerson('U0LENA', { deleted: true }) },
  );
  slack.changePerson('U0LENA', { deleted: undefined });
  for (const text of [end, news]) {
    expect(text).toContain(
      `• <@U0LENA> → \`l.fischer\`: was given access, but was not told: ${en.trouble.CannotBeReached}`,
    );
    expect(text).toContain(`• \`kim@bounce.example\`: was given access, but was not told: ${en.trouble.MailRejected}`);
  }
  for (const name of ['l.fischer', 'kim@bounce.example'])
    expect(found(bot, name)?.has).toContain('444455556666 Developer');
});

test('groups and two permission sets in two accounts: one message with all five', async () => {
  const permissionSets = identityCenter.permissionSets.slice(0, 2).map(({ arn }) => arn);
  republish(bot, 'cloud-developer', { grants: { groups: ['Engineering'], permissionSets } });
  const accounts = ['111122224444', '444455556666'];
  const { card, end } = await ask(bot, { accounts, people: ['U0HIRO', 'U0KEN'] });
  expect(card).toContain('*Permission set* `ReadOnly`');
  expect(card).toContain('*Permission set* `Developer`');
  expect(card).toContain(
    [
      '• <@U0KEN> → `Ken@Kumoworks.example` (DM)',
      '      ◦ has the groups; gets `payments-prod` (111122224444) as `ReadOnly` + `Developer`, `sandbox-tokyo` (444455556666) as `ReadOnly` + `Developer`',
    ].join('\n'),
  );
  expect(end).toContain('• <@U0KEN> → `Ken@Kumoworks.example`: told in Slack');
  const told = await portalMessage(bot, 'U0KEN');
  expect(linksIn(told)).toHaveLength(4);
  expect(told).not.toContain('Engineering');
  expect(found(bot, 'Ken@Kumoworks.example')).toMatchObject({
    groups: ['Engineering'],
    has: accounts.flatMap((id) => [`${id} Developer`, `${id} ReadOnly`]),
  });
});
