import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { en } from '../../src/messages/words/en.ts';
import { ask, found, messagesOf, useCenter } from './identity-center.ts';
import { DEV } from './world.ts';

// What a delegated administrator cannot give is told to the approver before they decide, and to the operator at the start.

const MANAGEMENT = '100000000000';
const HOME = '100000000001';
const DELEGATE = '333344446666';

/** Names the accounts that a delegate cannot give, beside one that it can. */
const named = `accounts: { only: ["${MANAGEMENT}", "${HOME}", "${DELEGATE}", "${DEV}"] }`;
const bot = useCenter(
  {},
  { policy: (text) => text.replace('accounts: { ous: [ou-kumo-products0, ou-kumo-sandboxes] }', named) },
);
const yuki = 'yuki@kumoworks.example';

test('the approver reads which of the accounts cannot be given, and why; the others are', async () => {
  const { card, end, news } = await ask(bot, { accounts: [MANAGEMENT, DELEGATE, HOME, DEV], people: ['U0YUKI'] });
  expect(card).toContain('*This is the management account of the organization.*');
  expect(card).toContain(
    `:warning: \`kumoworks\` (${MANAGEMENT}) as \`Developer\`: ${en.trouble.ManagementAccountClosed}`,
  );
  expect(card).toContain(
    `:warning: \`observability\` (${DELEGATE}) as \`Developer\`, \`automation\` (${HOME}) as \`Developer\`: ${en.trouble.AccountOfOurs}`,
  );
  for (const text of [end, news]) {
    expect(text).toContain(`no access to \`kumoworks\` (${MANAGEMENT})`);
    expect(text).toContain(en.trouble.ManagementAccountClosed);
  }
  expect(found(bot, yuki)?.has).toEqual([`${DEV} Developer`]);
});

test('where the management account is all that was asked for there is nothing to give', async () => {
  const { card } = await ask(bot, { accounts: [MANAGEMENT], people: ['U0OMAR'] });
  expect(card).toContain('There is nothing to give');
  expect(card).toContain(`*As things stand, it cannot be given.* ${en.trouble.ManagementAccountClosed}`);
  expect(found(bot, 'omar@kumoworks.example')).toBeUndefined();
});

test('the start tells of each account with what to do', async () => {
  const faults = await until('the start', () => {
    const lines = bot
      .log()
      .split('\n')
      .filter((line) => line.includes('This profile cannot be given'));
    return lines.length >= 3 && lines.map((line) => JSON.parse(line) as { profile: string; msg: string });
  });
  expect(faults.map(({ profile, msg }) => `${profile}: ${msg}`)).toEqual([
    expect.stringMatching(
      /^cloud-developer: .*: 100000000000 is the management account, and .* by a delegate, .*: take it out of accounts.only, or administer/,
    ),
    expect.stringMatching(
      /^cloud-developer: .*: 333344446666 is the account that administers Identity Center: take it out/,
    ),
    expect.stringMatching(/^cloud-developer: .*: 100000000001 is the account where boarding-pass is: take it out/),
  ]);
});

test('an account that is no delegated administrator any more: the requester and the operator read what to look at', async () => {
  bot.world.aws.identityCenter.change({ isDelegated: false });
  const { id } = await bot.submit('U0AIKO', { profile: 'cloud-developer', accounts: [DEV], people: ['U0OMAR'] });
  await bot.ended(id);
  expect((await messagesOf(bot, 'U0AIKO')).at(-1)).toBe(
    `:x: Your request for \`payments-dev\` (${DEV}) could not be carried out. ${en.trouble.DirectoryNotPermitted}`,
  );
  await bot.restart('SIGTERM');
  await until('the start', () =>
    bot.log().includes('make sure that its account is the delegated administrator (aws organizations list-delegated-'),
  );
  bot.world.aws.identityCenter.change({ isDelegated: true });
});
