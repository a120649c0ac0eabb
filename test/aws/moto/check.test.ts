import { beforeAll, expect, test } from 'vitest';
import { checkReport } from '../../../src/contract/check.ts';
import { accounts } from '../../manifests/stacks.ts';
import { createHome, developer, type Home } from './home.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';

const moto = useMoto();
const machines = createMachines(moto);
let home: Home;

beforeAll(async () => {
  if (moto.isThere) home = await createHome(moto);
});

const check = async (...ProfileIds: string[]) =>
  checkReport.parse(outputOf(await machines.run('check', { ProfileIds })));

test('it tells each profile as it is published, and those that it cannot read', async () => {
  const version = await home.publish();
  await home.publishText('broken', '{');

  expect(await check('developer', 'never-published', 'broken')).toEqual({
    Profiles: [
      { ProfileId: 'developer', Version: version, Object: developer, Fault: null },
      { ProfileId: 'never-published', Problem: 'ProfileMissing' },
      { ProfileId: 'broken', Problem: 'ProfileUnreadable' },
    ],
    Organization: { Problem: null },
  });
});

test('the same published again is the same version, and anything else is another', async () => {
  const version = await home.publish();
  expect(await home.publish()).toBe(version);
  expect(await home.publish({ grants: { groups: [], policyArns: [] } })).not.toBe(version);
});

test('it asks what inspecting is going to ask, of an account that every organization has', async () => {
  const from = machines.calls.length;
  await check();
  expect(machines.calls.slice(from)).toMatchObject([
    { action: 'organizations:describeOrganization' },
    { action: 'organizations:describeAccount', parameters: { AccountId: accounts.home } },
    { action: 'organizations:listParents', parameters: { ChildId: accounts.home } },
  ]);
});
