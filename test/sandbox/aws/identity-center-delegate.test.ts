import { describe, expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { callsOf, DEV, give, published, SEARCH, setArn, startCenter, yuki } from './identity-center.ts';
import type { World } from './world.ts';

// What a delegated administrator may not do: https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html

const MANAGEMENT = '100000000000';
const HOME = '100000000001';
const DELEGATE = '333344446666';

/** Identity Center is administered in this account, where the role may use every permission set in these accounts. */
function administeredIn(administratorAccount: string, more: object = {}): Organization {
  const { identityCenter } = kumoworks;
  const stackParameters = {
    ...identityCenter.stackParameters,
    PermissionSetArns: identityCenter.permissionSets.map(({ arn }) => arn).join(','),
    AccountIds: '*',
    ...more,
  };
  return { ...kumoworks, identityCenter: { ...identityCenter, administratorAccount, stackParameters } };
}

const everywhere = { kind: 'only' as const, only: [MANAGEMENT, HOME, DELEGATE, DEV], ous: [], except: [] };
const profile = (set: string) =>
  published('cloud-developer', { accounts: everywhere, grants: { permissionSets: [setArn(set)], sensitive: true } });

const bySelf = administeredIn(MANAGEMENT, { MayAssignManagementAccount: 'true' });
const sparing = administeredIn(MANAGEMENT);

test.each<[what: string, organization: Organization, set: string, outcomes: string[]]>([
  [
    'by a delegate',
    administeredIn(DELEGATE),
    'Developer',
    [
      `${MANAGEMENT}: failed, ManagementAccountClosed`,
      `${HOME}: failed, AccountOfOurs`,
      `${DELEGATE}: failed, AccountOfOurs`,
      `${DEV} Developer: done`,
    ],
  ],
  [
    'by a delegate, who may even assign there as far as the role goes',
    administeredIn(DELEGATE, { MayAssignManagementAccount: 'true' }),
    'Developer',
    [
      `${MANAGEMENT}: failed, ManagementAccountClosed`,
      `${HOME}: failed, AccountOfOurs`,
      `${DELEGATE}: failed, AccountOfOurs`,
      `${DEV} Developer: done`,
    ],
  ],
  [
    'by a delegate, with a permission set that the management account has',
    administeredIn(DELEGATE),
    'Administrator',
    [
      `${MANAGEMENT}: failed, ManagementAccountClosed`,
      `${HOME}: failed, AccountOfOurs`,
      `${DELEGATE}: failed, AccountOfOurs`,
      `${DEV}: failed, PermissionSetInManagementAccount`,
    ],
  ],
  [
    'by the management account itself',
    bySelf,
    'Developer',
    [
      `${MANAGEMENT} Developer: done`,
      `${HOME}: failed, AccountOfOurs`,
      `${DELEGATE} Developer: done`,
      `${DEV} Developer: done`,
    ],
  ],
  [
    'by the management account itself, with a permission set that it has',
    bySelf,
    'Administrator',
    [
      `${MANAGEMENT} Administrator: done`,
      `${HOME}: failed, AccountOfOurs`,
      `${DELEGATE} Administrator: done`,
      `${DEV} Administrator: done`,
    ],
  ],
  [
    'by the management account itself, which the stack spares',
    sparing,
    'Developer',
    [
      `${MANAGEMENT}: failed, DirectoryNotPermitted`,
      `${HOME}: failed, AccountOfOurs`,
      `${DELEGATE} Developer: done`,
      `${DEV} Developer: done`,
    ],
  ],
])('administered %s: what can be given where', async (_what, organization, set, outcomes) => {
  const world = await startCenter({}, organization);
  world.publish(profile(set));
  const given = await give(world, { accounts: everywhere.only });
  expect(given.outcomes).toEqual([['yuki@kumoworks.example', ...outcomes]]);
  const tried = outcomes.filter((each) => / done|NotPermitted/.test(each)).length;
  expect(callsOf(world, 'ssoadmin:createAccountAssignment')).toBe(tried);
});

test('what a delegate cannot give is told before anybody is asked, and nobody is made for it', async () => {
  const world = await startCenter({}, administeredIn(DELEGATE));
  world.publish(profile('Developer'));
  const { inspection } = await give(world, { accounts: [MANAGEMENT, DELEGATE] });
  expect(inspection.Targets.map(({ Problem }) => Problem?.Error)).toEqual(['ManagementAccountClosed', 'AccountOfOurs']);
  expect(callsOf(world, 'identitystore:createUser')).toBe(0);
});

describe('an account that administers no more', () => {
  const ceased = ({ aws }: World) => aws.identityCenter.change({ isDelegated: false });

  test('is told when it is inspected', async () => {
    const world = await startCenter();
    ceased(world);
    const { trouble, tasks } = await give(world);
    expect(trouble).toEqual({ Error: 'DirectoryNotPermitted' });
    expect(tasks.map(({ task }) => task)).toEqual(['resolve', 'report']);
  });

  test('is told of each person where that was so since', async () => {
    const world = await startCenter();
    const { outcomes, told } = await give(world, { accounts: [DEV, SEARCH], users: [yuki], meanwhile: ceased });
    expect(outcomes).toEqual([
      ['yuki@kumoworks.example', `${DEV}: failed, DirectoryNotPermitted`, `${SEARCH}: failed, DirectoryNotPermitted`],
    ]);
    expect(told).toEqual([]);
  });
});
