import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { DEV, goodForm, useWorld } from './world.ts';

const bot = useWorld({
  policy: (text) => text.replace('accounts: { ous: [ou-kumo-sandboxes] }', 'accounts: { only: ["999988887777"] }'),
});
const aiko = () => bot.as('U0AIKO');

/** What the menu holds, as it stands there. */
const offered = async (id: string, text = '') =>
  ((await aiko().suggest(id, text)).options ?? []).map(
    (option: { text: { text: string }; description?: { text: string } }) => [
      option.text.text,
      option.description?.text,
    ],
  );

test('an account is found by what its own label says', async () => {
  const { id } = await bot.openForm(aiko());
  for (const text of ['1111-2222-3333', 'payments-dev (111122223333)', '`payments-dev` (111122223333)'])
    expect(await offered(id, text)).toEqual([['payments-dev (111122223333)', 'Products / Payments']]);
});

test('where no account is offered the menu says so, and what to do', async () => {
  const { id } = await bot.openForm(aiko());
  await aiko().fill(id, { profile: 'experimenter' });
  await until('the form to follow', async () => (await aiko().modal())?.private_metadata === 'experimenter');
  const nothing = [
    ['There are no accounts to choose from', 'Choose another kind of access, or ask your platform team'],
  ];
  expect(await offered(id)).toEqual(nothing);
  expect(await offered(id, 'payments')).toEqual(nothing);
  const [option] = (await aiko().suggest(id, '')).options ?? [];
  const shown = await aiko().submit(id, { ...goodForm, profile: 'experimenter', accounts: [option] });
  expect(shown.errors).toEqual({
    accounts: 'This kind of access is not offered in any account. Choose another kind, or ask your platform team.',
  });
});

test('what is not found is left to Slack to say', async () => {
  const { id } = await bot.openForm(aiko());
  expect(await offered(id, 'xyzzy')).toEqual([]);
});

test('where AWS does not list the accounts the menu says so, and what to do', async () => {
  await bot.kill();
  bot.world.aws.failNext('organizations:ListAccounts', 'AccessDeniedException', 99);
  bot.world.bot = await bot.world.startBot();
  const { id } = await bot.openForm(aiko());
  const failed = [
    'The accounts could not be loaded',
    'Try again in a minute. If that does not help, tell your platform team',
  ];
  await until('the failure', async () => (await offered(id))[0]?.[0] === failed[0]);
  expect(await offered(id)).toEqual([failed]);
  const account = { text: { type: 'plain_text', text: 'payments-dev' }, value: DEV };
  const shown = await aiko().submit(id, { ...goodForm, accounts: [account] }, { dispatchAnyway: true });
  expect(shown.errors).toEqual({
    accounts:
      'AWS did not list the accounts. Send this again in a minute; if that does not help, tell your platform team.',
  });
});
