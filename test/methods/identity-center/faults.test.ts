import { expect, test } from 'vitest';
import { faults } from '../../../src/methods/identity-center/faults.ts';

const MANAGEMENT = '222222222222';
const DELEGATE = '333333333333';
const HOME = '111111111111';

const setArn = (last: string) => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${last.padStart(16, '0')}`;
const ofCheck = (more: object) => ({
  groups: [],
  permissionSets: [],
  ManagementAccountId: MANAGEMENT,
  AdministratorAccountId: DELEGATE,
  HomeAccountId: HOME,
  ...more,
});
const profile = (users: string, only?: string[]) => ({
  settings: { users },
  accounts: { only, ous: undefined, except: [] },
});

test.each<[string, string | null, object | undefined, RegExp[]]>([
  ['nothing', null, ofCheck({}), []],
  ['nothing that could be looked at', null, undefined, []],
  ['a group that is there', null, ofCheck({ groups: [{ Name: 'Ops', Exists: true, FromDirectory: false }] }), []],
  ['another Region', 'OtherRegion', undefined, [/^identityCenter.region is not the Region of the home stack: deploy/]],
  ['no such instance', 'InstanceMissing', undefined, [/^there is no instance .* in this Region: copy the ARN/]],
  ['an instance at rest', 'InstanceNotActive', undefined, [/is not ACTIVE: look at it in its console$/]],
  [
    'another store',
    'StoreMismatch',
    undefined,
    [/^identityCenter.identityStoreId is not that of the instance: copy it/],
  ],
  [
    'a key that is closed',
    'KeyRefused',
    undefined,
    [/^the KMS key .* refuses boarding-pass: allow its roles in the key/],
  ],
  ['no way in', 'DirectoryUnreachable', ofCheck({}), [/deploy manifests\/aws\/identity-center.yaml there/]],
  [
    'an account that is not the delegated administrator',
    'DirectoryNotPermitted',
    undefined,
    [/make sure that its account is the delegated administrator \(aws organizations list-delegated-administrators/],
  ],
  ['what nobody has foreseen', 'Sso.Odd', undefined, [/^could not be checked in Identity Center \(Sso.Odd\)$/]],
  [
    'groups that cannot be given',
    null,
    ofCheck({
      groups: [
        { Name: 'Gone', Exists: false, FromDirectory: false },
        { Name: 'Theirs', Exists: true, FromDirectory: true },
      ],
    }),
    [
      /^the group Gone does not exist in Identity Center: create it/,
      /^the group Theirs comes from the company directory: have people added there, or name a group/,
    ],
  ],
  [
    'permission sets that cannot be given',
    null,
    ofCheck({
      permissionSets: [
        { Arn: setArn('1'), Name: 'Fine', Problem: null },
        { Arn: setArn('2'), Name: 'Admin', Problem: { Error: 'PermissionSetAdministers' } },
        { Arn: setArn('3'), Name: 'Ours', Problem: { Error: 'PermissionSetInManagementAccount' } },
        { Arn: setArn('4'), Name: 'Odd', Problem: { Error: 'Sso.Odd' } },
        { Arn: setArn('5'), Name: 'Gone', Problem: { Error: 'PermissionSetMissing' } },
      ],
    }),
    [
      /^the permission set Admin gives administrator rights: if it is meant to, say sensitive: true in the profile$/,
      /^the permission set Ours is provisioned in the management account too, so a delegated administrator may not assign/,
      /^the permission set Odd cannot be given \(Sso.Odd\)$/,
      /^the permission set Gone does not exist: correct its ARN$/,
    ],
  ],
])('what the start finds of a profile is told with its remedy: %s', (_what, fault, read, said) => {
  const told = faults(fault, read && { ...read }, profile('create'));
  expect(told).toHaveLength(said.length);
  for (const [i, pattern] of said.entries()) expect(told[i]).toMatch(pattern);
});

test.each([
  ['create', '; if people come from there, too, say identityCenter.users: existing'],
  ['existing', ''],
])('a group of the directory says where people come from: with users: %s', (users, more) => {
  const groups = [{ Name: 'Theirs', Exists: true, FromDirectory: true }];
  expect(faults(null, ofCheck({ groups }), profile(users))).toEqual([
    `the group Theirs comes from the company directory: have people added there, or name a group that was created in Identity Center${more}`,
  ]);
});

const assigns = { permissionSets: [{ Arn: setArn('1'), Name: 'Fine', Problem: null }] };
test.each<[what: string, found: object, only: string[] | undefined, said: string[]]>([
  ['other accounts', assigns, ['444444444444'], []],
  ['accounts by unit', assigns, undefined, []],
  ['the management account, and a delegate administers', assigns, [MANAGEMENT], [MANAGEMENT]],
  [
    'the management account, and it administers itself',
    { ...assigns, AdministratorAccountId: MANAGEMENT },
    [MANAGEMENT],
    [],
  ],
  ['the account of the delegate', assigns, [DELEGATE, '444444444444'], [DELEGATE]],
  ['the account where the machines are', assigns, [HOME], [HOME]],
  ['all three', assigns, [HOME, DELEGATE, MANAGEMENT], [MANAGEMENT, DELEGATE, HOME]],
  ['the management account, for groups alone', {}, [MANAGEMENT], []],
])('a profile that names %s', (_what, found, only, said) => {
  const told = faults(null, ofCheck(found), profile('create', only));
  expect(told.map((each) => each.split(' ')[0])).toEqual(said);
  for (const each of told) expect(each).toContain('take it out of accounts.only');
});
