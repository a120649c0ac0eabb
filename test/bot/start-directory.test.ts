import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { useWorld } from './world.ts';

const bot = useWorld();

const ENGINEERING = 'groups: [Engineering]';
const DEVELOPER_SET = 'ps-2222bbbb2222bbbb';
const ADMINISTRATOR_SET = 'ps-3333cccc3333cccc';

/** What the next bot says at its start of profiles that cannot be given. */
async function faultsAfter(change: () => void): Promise<string[]> {
  const starts = () => bot.log().split('health and metrics are served').slice(1);
  const before = starts().length;
  change();
  await bot.restart('SIGTERM');
  // The log is written late at times; what it says of the bot before is not asked for.
  const said = await until('the start in the log', () => {
    const last = starts().length > before ? starts().at(-1) : undefined;
    return last?.includes('"msg":"ready"') && last;
  });
  const lines = said.split('\n').slice(1, -1);
  return lines.flatMap((line) => {
    const { profile, msg } = JSON.parse(line) as { profile?: string; msg: string };
    return msg.startsWith('This profile cannot be given') ? [`${profile}: ${msg}`] : [];
  });
}

test('where all is well the start says nothing of Identity Center', async () => {
  expect(await faultsAfter(() => {})).toEqual([]);
});

test('a group that does not exist is told with its profile, and the bot starts', async () => {
  const faults = await faultsAfter(() => bot.rewritePolicy((text) => text.replace(ENGINEERING, 'groups: [Nobody]')));
  expect(faults).toEqual([
    'engineering: This profile cannot be given: the group Nobody does not exist in Identity Center: create it, or correct its name',
  ]);
  bot.rewritePolicy((text) => text.replace('groups: [Nobody]', ENGINEERING));
});

test('a permission set that the role does not name is told once for its profile', async () => {
  const faults = await faultsAfter(() => bot.rewritePolicy((text) => text.replace(DEVELOPER_SET, ADMINISTRATOR_SET)));
  expect(faults).toEqual([expect.stringMatching(/^cloud-developer: .*npm run policy/)]);
  bot.rewritePolicy((text) => text.replace(ADMINISTRATOR_SET, DEVELOPER_SET));
});

test('another Region, and another store, are told for each profile', async () => {
  const region = (from: string, to: string) =>
    bot.rewritePolicy((text) => text.replace(`region: ${from}`, `region: ${to}`));
  const faults = await faultsAfter(() => region('eu-west-1', 'us-east-1'));
  expect(faults).toHaveLength(3);
  expect(faults[0]).toContain('is not the Region of the home stack');
  const store = await faultsAfter(() => {
    region('us-east-1', 'eu-west-1');
    bot.rewritePolicy((text) => text.replace('d-1234567890', 'd-0987654321'));
  });
  expect(store[0]).toContain('identityCenter.identityStoreId is not that of the instance');
});

test.each([
  ['create', '; if people come from there, too, say identityCenter.users: existing'],
  ['existing', ''],
])('a group of the company directory, where the policy says %s', async (users, more) => {
  bot.world.aws.identityCenter.change({ users: 'existing' });
  const faults = await faultsAfter(() =>
    bot.rewritePolicy((text) => text.replace('d-0987654321', 'd-1234567890').replace(/users: \w+/, `users: ${users}`)),
  );
  expect(faults).toEqual([
    `engineering: This profile cannot be given: the group Engineering comes from the company directory: have people added there, or name a group that was created in Identity Center${more}`,
  ]);
  bot.world.aws.identityCenter.change({ users: 'create' });
});

test('no instance at all', async () => {
  bot.world.aws.identityCenter.change({ instance: 'none' });
  const faults = await faultsAfter(() => {});
  expect(faults[0]).toContain('there is no instance identityCenter.instanceArn in this Region');
});
