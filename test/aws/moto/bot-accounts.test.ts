import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { createAccounts } from '../../../src/aws/accounts.ts';
import { accounts } from '../../manifests/stacks.ts';
import { type Bot, createBot } from './bot.ts';
import { useMoto } from './moto.ts';

const moto = useMoto();
let bot: Bot;
const made: string[] = [];

beforeAll(async () => {
  if (!moto.isThere) return;
  const admin = await moto.admin(accounts.home);
  bot = createBot(moto, admin);
  const organizations = new OrganizationsClient(admin);
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await organizations.send(new ListRootsCommand({}));
  const ParentId = Roots?.[0]?.Id ?? '';
  const workloads = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId, Name: 'Workloads' }));
  const unit = workloads.OrganizationalUnit?.Id ?? '';
  await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: unit, Name: 'Payments' }));
  // More than a page of ListAccounts.
  for (let n = 0; n < 25; n++) {
    const command = new CreateAccountCommand({ AccountName: `payments-${n}`, Email: `payments-${n}@example.com` });
    const { CreateAccountStatus } = await organizations.send(command);
    const AccountId = CreateAccountStatus?.AccountId ?? '';
    made.push(AccountId);
    await organizations.send(
      new MoveAccountCommand({ AccountId, SourceParentId: ParentId, DestinationParentId: unit }),
    );
  }
});

async function loaded(named?: string[]) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const policy = { profiles: [{ id: 'developer', accounts: { only: named, ous: undefined, except: [] } }] };
  const found = createAccounts(bot.clients.organizations, policy, bot.log, stop.signal);
  await until('the accounts', () => found.isLoaded);
  return found;
}

test('every account of the organization is found, page after page', async () => {
  const found = await loaded();
  expect(made.map((id) => found.find(id)?.name)).toEqual(made.map((_, n) => `payments-${n}`));
  expect(found.search('payments-17', 10, 'developer')).toMatchObject({
    found: [{ name: 'payments-17', email: 'payments-17@example.com', isActive: true, isManagement: false }],
    more: 0,
  });
});

test('the management account is known as what it is', async () => {
  const found = await loaded();
  expect(found.find(accounts.home)).toMatchObject({ isManagement: true, isActive: true });
});

test('an account that the policy names and the organization does not have is told in the log', async () => {
  await loaded([made[0] ?? '', '999999999999']);
  expect(bot.lines.join('')).toContain('"unknown":["999999999999"]');
});

// When moto gives paths, the units of the accounts can be checked here.
test('moto gives no paths of accounts; the bot says so and offers them nowhere by unit', async () => {
  const found = await loaded();
  expect(found.find(made[0] ?? '')?.unitIds).toEqual([]);
  expect(bot.lines.join('')).toContain('Organizations names no path for some accounts');
});
