import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { startAws } from './world.ts';

test('the tree can be walked from the root to an account and back', async () => {
  const { organizations: client } = await startAws();

  const { Organization } = await client.send(new DescribeOrganizationCommand({}));
  const { Roots } = await client.send(new ListRootsCommand({}));
  const ParentId = 'ou-kumo-products0';
  const { OrganizationalUnits } = await client.send(new ListOrganizationalUnitsForParentCommand({ ParentId }));
  const inUnit = await client.send(new ListAccountsForParentCommand({ ParentId }));
  const { Parents } = await client.send(new ListParentsCommand({ ChildId: '111122223333' }));

  expect(Organization?.MasterAccountId).toBe('100000000000');
  expect(Roots).toMatchObject([{ Id: 'r-kumo' }]);
  expect(OrganizationalUnits?.map(({ Name }) => Name)).toEqual(['Payments', 'Search']);
  expect(inUnit.Accounts).toMatchObject([
    { Name: 'new-venture', State: 'ACTIVE', Paths: ['o-kumo/r-kumo/ou-kumo-products0/555566667777/'] },
  ]);
  expect(Parents).toEqual([{ Id: 'ou-kumo-payments0', Type: 'ORGANIZATIONAL_UNIT' }]);
});

test('accounts come 20 a page, and too many calls at once are throttled', async () => {
  const [template] = kumoworks.accounts;
  if (!template) throw new Error('There are no accounts.');
  const accounts = Array.from({ length: 45 }, (_, index) => ({ ...template, id: String(200_000_000_000 + index) }));
  const { organizations: client } = await startAws({}, { ...kumoworks, accounts });

  const sizes: number[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListAccountsCommand({ NextToken }));
    sizes.push(page.Accounts?.length ?? 0);
    NextToken = page.NextToken;
  } while (NextToken);
  expect(sizes).toEqual([20, 20, 5]);

  const calls = Array.from({ length: 60 }, () => client.send(new ListAccountsCommand({})));
  const refused = (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ reason: { name: 'TooManyRequestsException' } });
});
