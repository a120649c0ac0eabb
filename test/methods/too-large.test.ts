import { expect, test } from 'vitest';
import { methodOf } from '../../src/methods/index.ts';
import { tooLarge } from '../../src/methods/stack-limits.ts';

const listOf = (parameter: string, ...entries: string[]) => ({
  ...{ parameter, entries, times: 1, remedy: `fewer in ${parameter}` },
});

test.each([
  [4_095, []],
  [4_096, []],
  [4_097, ['Names of a.yaml would have 4,097 characters, and CloudFormation takes 4,096: fewer in Names']],
])('a parameter of %i characters: what is told is %j', (length, told) => {
  expect(tooLarge('a.yaml', 0, [listOf('Names', 'x'.repeat(length - 2), 'y')])).toEqual(told);
});

test.each([
  [10_239, false],
  [10_240, false],
  [10_241, true],
])('policies of %i characters are told of: %s', (length, isTold) => {
  // Each entry stands there with quotes and a comma.
  const lists = [listOf('Names', 'a', 'b'), listOf('Others', 'c', 'd')];
  expect(tooLarge('a.yaml', length - 16, lists)).toEqual(
    isTold ? [expect.stringMatching(/ about 10,241 characters .* takes 10,240: fewer in Names; fewer in Others$/)] : [],
  );
});

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name}${100 + i}`);
test.each<[what: string, method: string, grants: object, told: RegExp]>([
  [
    'policies',
    'iam-user',
    { policyArns: numbered(99, `arn:aws:iam::aws:policy/${'x'.repeat(20)}`) },
    /^AllowedPolicyArns of member-account.yaml .*: attach policies to the groups/,
  ],
  [
    'permission sets',
    'identity-center',
    { permissionSets: numbered(99, `arn:${'x'.repeat(50)}`) },
    /^PermissionSetArns of identity-center.yaml .*: assign permission sets to groups/,
  ],
  [
    'groups',
    'identity-center',
    { groups: numbered(99, 'team-') },
    /^GroupIds of identity-center.yaml .*: let profiles share groups/,
  ],
])('more %s than the stack takes are told of with the remedy', (_what, method, grants, told) => {
  const profile = { grants: { ...grants }, accounts: { only: undefined } };
  expect(methodOf({ method }).tooLarge([profile], {})[0]).toMatch(told);
});
