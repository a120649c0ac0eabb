import { expect, test } from 'vitest';
import { developer, request, resolved, startAws } from './world.ts';

const payments = '111122223333';
const automation = '100000000001';
const management = '100000000000';

/** What the machine finds out about the accounts of a request, by the accounts that the published profile allows. */
async function problemsOf(accounts: Partial<typeof developer.accounts>, ids: string[]) {
  const world = await startAws();
  world.publish({ ...developer, accounts: { ...developer.accounts, ...accounts } });
  await world.start(request({ accounts: ids }));
  await world.answer((await world.nextTask('resolve')).token, resolved());
  const { input } = await world.nextTask('announce');
  const { inspection } = input as {
    inspection: { Targets: { AccountId: string; Problem: { Error: string } | null }[] };
  };
  return inspection.Targets.map(({ Problem }) => Problem?.Error);
}

const units = (...ous: string[]) => ({ kind: 'units', ous });
test.each<[string, Partial<typeof developer.accounts>, string, string | undefined]>([
  ['every account', {}, payments, undefined],
  ['every account, and so not the management account', {}, management, 'AccountNotOffered'],
  ['every account except this one', { except: [payments] }, payments, 'AccountNotOffered'],
  ['only this one', { kind: 'only', only: [payments] }, payments, undefined],
  ['only another one', { kind: 'only', only: [automation] }, payments, 'AccountNotOffered'],
  [
    'only the management account, where there are no roles',
    { kind: 'only', only: [management] },
    management,
    'AccountUnreachable',
  ],
  ['the unit that it is in', units('ou-kumo-payments0'), payments, undefined],
  ['the unit above that', units('ou-kumo-products0'), payments, undefined],
  ['the root', units('r-kumo'), payments, undefined],
  ['two units, of which the second holds it', units('ou-kumo-closed00', 'ou-kumo-payments0'), payments, undefined],
  ['another unit', units('ou-kumo-search00'), payments, 'AccountNotOffered'],
  ['a unit below its own', units('ou-kumo-payments0'), automation, 'AccountNotOffered'],
  ['no unit at all', units(), payments, 'AccountNotOffered'],
  [
    'the unit that it is in, except this one',
    { ...units('ou-kumo-payments0'), except: [payments] },
    payments,
    'AccountNotOffered',
  ],
  ['the root, and so not the management account', units('r-kumo'), management, 'AccountNotOffered'],
  ['every account, and it is suspended', {}, '999988887777', 'AccountNotActive'],
  ['every account, and it is of nobody', {}, '123456789012', 'AccountNotFound'],
])('a profile for %s', async (_what, accounts, id, problem) => {
  expect(await problemsOf(accounts, [id])).toEqual([problem]);
});

test.each([
  ['describeAccount', 'Organizations.TooManyRequestsException', 3, undefined],
  ['listParents', 'Organizations.TooManyRequestsException', 3, undefined],
  ['describeAccount', 'Organizations.AccessDeniedException', 1, 'Organizations.AccessDeniedException'],
  ['listParents', 'Organizations.AccessDeniedException', 1, 'Organizations.AccessDeniedException'],
])('where %s meets %s %d times, the account is told of as it is', async (action, error, times, problem) => {
  const world = await startAws();
  world.publish({ ...developer, accounts: { ...developer.accounts, ...units('ou-kumo-payments0') } });
  world.aws.failNext(`organizations:${action}`, error, times);
  await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  const { input } = await world.nextTask('announce');
  expect(input).toMatchObject({ inspection: { Targets: [{ Problem: problem ? { Error: problem } : null }] } });
});
