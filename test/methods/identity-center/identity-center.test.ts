import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { identityCenter } from '../../../src/methods/identity-center/identity-center.ts';
import { toAllow } from '../../../src/methods/identity-center/to-allow.ts';
import { grants as found, setOf } from '../../onboarding/at-portal.ts';

const setArn = (last: string, instance = 'ssoins-1234567890abcdef') =>
  `arn:aws:sso:::permissionSet/${instance}/ps-${last.padStart(16, '0')}`;
const instanceArn = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
const section = { instanceArn, identityStoreId: 'd-1234567890', region: 'eu-west-1' };

test('an approver reads groups, what they open, and what may be done with each permission set', () => {
  expect(identityCenter.show(found)).toEqual([
    { kind: 'groups', names: ['Engineering'] },
    { kind: 'opens', name: 'Engineering', accountIds: ['333333333333'] },
    {
      kind: 'permission-set',
      name: 'Developer',
      details: {
        managed: ['PowerUserAccess'],
        customerManaged: [],
        hasInline: false,
        hasBoundary: false,
        administers: false,
        session: 'PT4H',
      },
    },
  ]);
});

test('as the policy has them, groups have names and nothing else is known yet', () => {
  expect(identityCenter.show({ groups: ['Engineering'], permissionSets: [setArn('1')] })).toEqual([
    { kind: 'groups', names: ['Engineering'] },
  ]);
  expect(identityCenter.show({})).toEqual([{ kind: 'groups', names: [] }]);
});

test.each([
  ['all', {}, {}],
  ['some, and there are others', { OpensMore: true }, { isMore: true }],
])('of the accounts that a group opens, %s are told', (_what, found, told) => {
  const [, opens] = identityCenter.show({ groups: [{ Name: 'Ops', Opens: ['333333333333'], ...found }] });
  expect(opens).toStrictEqual({ kind: 'opens', name: 'Ops', accountIds: ['333333333333'], ...told });
});

const sets = (count: number) => Array.from({ length: count }, (_, i) => setArn(String(i)));
test.each([
  ['groups alone', { groups: ['Engineering'] }, 0, 1, false],
  ['groups alone, whatever accounts were chosen', { groups: ['Engineering', 'Ops'] }, 5, 1, false],
  ['a permission set', { permissionSets: sets(1) }, 5, 5, true],
  ['three permission sets', { permissionSets: sets(3) }, 10, 30, true],
  ['groups and permission sets', { groups: ['Engineering'], permissionSets: sets(3) }, 10, 31, true],
  ['permission sets as inspection found them', { permissionSets: [setOf('A'), setOf('B')] }, 2, 4, true],
  ['nothing', {}, 3, 0, false],
])('%s: in so many places it is given', (_what, given, accounts, targets, takesAccounts) => {
  expect(identityCenter.targetsIn(accounts, given)).toBe(targets);
  expect(identityCenter.takesAccounts(given)).toBe(takesAccounts);
});

test.each([
  ['a group', { groups: ['Engineering'] }, []],
  ['a permission set of the instance', { permissionSets: [setArn('1')] }, []],
  ['a permission set as inspection found it', { permissionSets: [setOf('A')] }, []],
  ['nothing', {}, [{ path: [], text: 'gives nothing: name groups, permissionSets or both' }]],
  [
    'a permission set of another instance',
    { permissionSets: [setArn('1'), setArn('2', 'ssoins-fedcba0987654321')] },
    [
      {
        path: ['permissionSets', 1],
        text: 'belongs to a different instance from identityCenter.instanceArn (ssoins-1234567890abcdef)',
      },
    ],
  ],
])('what is wrong with a profile that gives %s', (_what, given, mistakes) => {
  expect(identityCenter.mistakes?.(given, section)).toEqual(mistakes);
});

const profileOf = (grants: object, only?: string[]) => ({ grants: { ...grants }, accounts: { only } });

test('the stack where Identity Center is administered must allow each set, group and account once', () => {
  const lines = toAllow(
    [
      profileOf({ groups: ['Engineering'], permissionSets: [setArn('1'), setArn('2')] }, ['111122223333']),
      profileOf({ groups: ['Engineering'], permissionSets: [setArn('2')] }, ['222222222222', '111122223333']),
    ],
    section,
  );
  expect(lines).toEqual([
    'What identity-center.yaml has to allow for it, as its parameters:',
    `  InstanceArn=${instanceArn}`,
    '  IdentityStoreId=d-1234567890',
    `  PermissionSetArns=${setArn('1')},${setArn('2')}`,
    '  GroupIds=what these commands answer, with commas between them:',
    expect.stringMatching(
      /^ {4}aws identitystore get-group-id --region eu-west-1 --identity-store-id d-1234567890 --query GroupId/,
    ),
    '  AccountIds=111122223333,222222222222',
  ]);
});

test('a permission set that was looked at is allowed by its ARN', () => {
  const lines = toAllow([profileOf({ permissionSets: [setOf('A'), setArn('1')] })], section);
  expect(lines).toContain(`  PermissionSetArns=${setOf('A').Arn},${setArn('1')}`);
});

test('where no group is given there is none to look up', () => {
  const lines = toAllow([profileOf({ permissionSets: [setArn('1')] }, ['111122223333'])], section);
  expect(lines.filter((line) => line.includes('Group'))).toEqual(['  GroupIds=']);
});

test('where a profile does not name its accounts, all are allowed, and those that never are have a parameter', () => {
  const named = profileOf({ permissionSets: [setArn('1')] }, ['111122223333']);
  expect(toAllow([named, profileOf({ groups: ['Ops'] })], section).at(-1)).toMatch(
    /^ {2}AccountIds=\* \(.*DeniedAccountIds\)$/,
  );
});

test.each([
  'Engineering',
  'Sam’s team',
  "Sam's team",
  "'; rm -rf / #",
  'back\\slash "quoted"',
  '$(whoami) `id` $HOME',
  'エンジニア　全員',
  'two\nlines',
])('a shell reads the look-up of the group %j as it is', (name) => {
  const [command = ''] = toAllow([profileOf({ groups: [name] })], section).filter((line) => line.includes('aws '));
  expect(command).not.toContain('\n');
  const script = `aws() { printf '%s\\0' "$@"; }\n${command}`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(words.slice(0, 4)).toEqual(['identitystore', 'get-group-id', '--region', 'eu-west-1']);
  expect(JSON.parse(words.at(-1) ?? '')).toEqual({
    UniqueAttribute: { AttributePath: 'displayName', AttributeValue: name },
  });
});

test('there is nothing that only makes people stumble', () => {
  expect(identityCenter.warnings(found)).toEqual([]);
});
