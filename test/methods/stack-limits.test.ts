import { expect, test } from 'vitest';
import type { Stack } from '../../sandbox/aws/cloudformation/stack.ts';
import { methodOf } from '../../src/methods/index.ts';
import { centerWith, memberWith, ofType } from '../manifests/stacks.ts';

const numbered = (count: number, name: (i: string) => string) =>
  Array.from({ length: count }, (_, i) => name(String(i).padStart(4, '0')));
const profileOf = (method: string, grants: object, only?: string[]) =>
  ({ method, grants, accounts: { only } }) as never;
const told = (method: string, grants: object, only?: string[]) =>
  methodOf({ method } as never).tooLarge([profileOf(method, grants, only)], {});

const groups = (count: number) => numbered(count, (i) => `team-${i}`);
const policyArns = (count: number) => numbered(count, (i) => `arn:aws:iam::aws:policy/Policy${i}`);
const permissionSets = (count: number) =>
  numbered(count, (i) => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1111aaaa1111${i}`);

/** The most characters of inline policies that a role of a stack has. */
const mostInRole = (stack: Stack) =>
  Math.max(
    ...ofType(stack, 'AWS::IAM::Role').map(({ properties }) =>
      ((properties.Policies ?? []) as { PolicyDocument: object }[]).reduce(
        (sum, { PolicyDocument }) => sum + JSON.stringify(PolicyDocument).length,
        0,
      ),
    ),
  );

test('what fits is not told of', () => {
  expect(told('iam-user', { groups: groups(50), policyArns: policyArns(50) })).toEqual([]);
  expect(told('identity-center', { groups: groups(30), permissionSets: permissionSets(50) })).toEqual([]);
});

test('a list that CloudFormation would not take as a parameter is told with the remedy', () => {
  expect(told('iam-user', { groups: groups(200), policyArns: [] })).toEqual([
    'AllowedGroupArns of member-account.yaml would have 6,199 characters, and CloudFormation takes 4,096: let profiles share groups, one in place of several',
  ]);
  const accounts = numbered(400, (i) => `10000000${i}`);
  expect(told('identity-center', { groups: [], permissionSets: permissionSets(1) }, accounts)).toEqual([
    expect.stringMatching(/^AccountIds of identity-center\.yaml would have 5,199 characters.*: take AccountIds=\*/),
    expect.stringMatching(/^a role of identity-center\.yaml would have about .* IAM takes 10,240: take AccountIds=\*/),
  ]);
});

test('lists that IAM would not take in the policies of one role are told, though each of them is short enough', () => {
  const [said, ...more] = told('iam-user', { groups: groups(100), policyArns: policyArns(100) });
  expect(more).toEqual([]);
  expect(said).toMatch(
    /^a role of member-account\.yaml would have about 12,\d{3} characters of policies, and IAM takes/,
  );
});

test.each<[string, number, () => Stack]>([
  [
    'member-account.yaml',
    90,
    () =>
      memberWith({
        AllowedGroupArns: groups(90)
          .map((name) => `arn:aws:iam::*:group/${name}`)
          .join(','),
        AllowedPolicyArns: policyArns(90).join(','),
      }),
  ],
])(
  'the characters that are told of %s are those that its largest role has, with a few to spare',
  (_name, count, stack) => {
    const [said = ''] = told('iam-user', { groups: groups(count), policyArns: policyArns(count) });
    const estimated = Number(/about ([\d,]+)/.exec(said)?.[1]?.replaceAll(',', ''));
    expect(estimated - mostInRole(stack())).toBeGreaterThan(0);
    expect(estimated - mostInRole(stack())).toBeLessThan(400);
  },
);

test('the same of identity-center.yaml', () => {
  const [many, accounts] = [40, numbered(100, (i) => `10000000${i}`)];
  const ids = numbered(many, (i) => `1234567890-aaaa1111-0000-4000-8000-00000000${i}`);
  const made = centerWith({
    PermissionSetArns: permissionSets(many).join(','),
    GroupIds: ids.join(','),
    AccountIds: accounts.join(','),
  });
  const grants = { groups: groups(many), permissionSets: permissionSets(many) };
  const [said = ''] = told('identity-center', grants, accounts);
  const estimated = Number(/about ([\d,]+)/.exec(said)?.[1]?.replaceAll(',', ''));
  expect(estimated - mostInRole(made)).toBeGreaterThan(0);
  expect(estimated - mostInRole(made)).toBeLessThan(400);
});
