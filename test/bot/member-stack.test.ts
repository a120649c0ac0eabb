import { expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { reading, type StackParameters } from '../../sandbox/organization/organization.ts';
import { isOver, useWorld } from './world.ts';

/** Accounts whose stack was given something else than the others. */
const wrongHome = '111122223333';
const wrongRegion = '111122224444';
const otherGroups = '222233335555';
const stacks: Record<string, StackParameters> = {
  [wrongHome]: { HomeAccountId: '100000000009' },
  [wrongRegion]: { HomeRegion: 'us-east-1' },
  [otherGroups]: { AllowedGroupArns: 'arn:aws:iam::*:group/ReadOnly' },
};
const organization = reading(
  {
    ...kumoworks,
    accounts: kumoworks.accounts.map((account) => {
      const stackParameters = stacks[account.id];
      return stackParameters ? { ...account, stackParameters } : account;
    }),
  },
  'en',
);
const bot = useWorld({ organization });
const told = async (id: string) => JSON.stringify((await bot.post(id, isOver)).blocks);

test.each([
  ['names another home account', wrongHome, 'U0YUKI'],
  ['names another home Region', wrongRegion, 'U0HIRO'],
  ['is not there, for this is the home account', kumoworks.homeAccount, 'U0LENA'],
])(
  'an account whose stack %s cannot be reached: approver and requester read what is to be done',
  async (_what, account, person) => {
    const { id, ts } = await bot.request({ accounts: [account], people: [person] });
    const noWay =
      /no way into this account.*deploy its roles there \(StackSet, with the right HomeAccountId and HomeRegion\)/;
    expect(JSON.stringify((await bot.open(id)).blocks)).toMatch(noWay);

    await bot.approve('U0KEN', ts);
    await bot.ended(id);
    expect(await told(id)).toMatch(noWay);
    const { messages } = await bot.as('U0AIKO').dm();
    expect(JSON.stringify(messages.at(-1)?.blocks)).toMatch(noWay);
    expect(await bot.users(account)).toEqual([]);
  },
);

test('a group that the account’s stack does not name: nobody is created, and the outcome says whose turn it is', async () => {
  const { id } = await bot.onboard({ accounts: [otherGroups], people: ['U0OMAR'] });
  expect(await told(id)).toMatch(
    /nobody is all set yet.*role in this account may not do this. Have your AWS administrators update it/,
  );
  expect(await bot.users(otherGroups)).toEqual([]);
});
