import { expect, test } from 'vitest';
import { z } from 'zod';
import { settings as ofIam } from '../../src/methods/iam-user/grants.ts';
import { grants, settings as ofCenter } from '../../src/methods/identity-center/grants.ts';

const iam = z.object(ofIam);
const center = z.object(ofCenter);
const policy = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const set = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef';
const eleven = Array.from({ length: 11 }, (_, i) => `group-${i}`);

test('a profile gives what it names, and nothing else', () => {
  expect(iam.parse({})).toEqual({ groups: [], policyArns: [] });
  expect(center.parse({})).toEqual({ groups: [], permissionSets: [], sensitive: false });
  expect(grants.parse({})).toEqual({ groups: [], permissionSets: [], sensitive: false });
});

test('of a group that was not looked at nobody knows what it opens', () => {
  const named = { Name: 'Engineering', Opens: [], OpensMore: false };
  expect(grants.parse({ groups: ['Engineering'] }).groups).toEqual([named]);
  expect(grants.parse({ groups: [{ Name: 'Engineering', Opens: [] }] }).groups).toEqual([named]);
});

test.each<[what: string, schema: z.ZodType, given: object]>([
  ['a policy of another partition', iam, { policyArns: ['arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess'] }],
  ['a policy of one’s own, in a path', iam, { policyArns: ['arn:aws:iam::111122223333:policy/team/Read_Only'] }],
  ['a permission set of another partition', center, { permissionSets: [set.replace('aws', 'aws-cn')] }],
  ['a permission set of an instance of another form', center, { permissionSets: [set.replace('ssoins', 'ins')] }],
  ['a group in Japanese, with a space', center, { groups: ['開発　チーム 1'] }],
  ['a group with marks and symbols', center, { groups: ['e\u0301quipe + co.'] }],
])('%s may be given', (_what, schema, given) => {
  expect(schema.parse(given)).toMatchObject(given);
});

test.each<[what: string, schema: z.ZodType, given: object, told: RegExp]>([
  [
    'a group of IAM with a comma',
    iam,
    { groups: ['A,B'] },
    /^must be an IAM group name; the stacks of member accounts cannot take commas/,
  ],
  ['eleven groups of IAM', iam, { groups: eleven }, /^must be at most 10: IAM allows a user no more$/],
  ['a role', iam, { policyArns: ['arn:aws:iam::111122223333:role/Admin'] }, /^must be the ARN of an IAM policy$/],
  ['something before a policy', iam, { policyArns: [`x${policy}`] }, /^must be the ARN of an IAM policy$/],
  ['something after a policy', iam, { policyArns: [`${policy} x`] }, /^must be the ARN of an IAM policy$/],
  ['a group with what nobody sees', center, { groups: ['Ops\u0000'] }, /^must be the display name of a group$/],
  ['eleven groups', center, { groups: eleven }, /^must be at most 10$/],
  [
    'the name of a permission set',
    center,
    { permissionSets: ['Developer'] },
    /^must be the ARN of a permission set, arn:/,
  ],
  [
    'something before a permission set',
    center,
    { permissionSets: [`x${set}`] },
    /^must be the ARN of a permission set/,
  ],
  ['something after a permission set', center, { permissionSets: [`${set}0`] }, /^must be the ARN of a permission set/],
  ['four permission sets', center, { permissionSets: [set, set, set, set] }, /^must be at most 3$/],
  ['a word for yes', center, { sensitive: 'yes' }, /^must be true or false$/],
])('%s is a mistake, with what to write', (_what, schema, given, told) => {
  expect(schema.safeParse(given).error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(told)]);
});
