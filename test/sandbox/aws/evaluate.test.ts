import { expect, test } from 'vitest';
import { evaluate } from '../../../sandbox/aws/iam/policy/evaluate.ts';
import type { Conditions, Statement } from '../../../sandbox/aws/iam/policy/statement.ts';

// What AWS documents: "Policy evaluation logic", "Condition operators", "Conditions with multiple context keys or values",
// "Policy variables and tags", "Resource" and "Principal" in the IAM user guide.

const allow: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const user = 'arn:aws:iam::111111111111:user/onboarded/Aiko';
type Context = Record<string, string | string[]>;

const answer = (statements: Statement[], more: { action?: string; resource?: string; context?: Context } = {}) =>
  evaluate(statements, { action: 'iam:GetUser', resource: user, context: {}, ...more });
const isMet = (condition: Conditions, context: Context) =>
  answer([{ ...allow, Condition: condition }], { context }) === 'allowed';

test('what nobody allows is not allowed', () => {
  expect(answer([])).toBe('not allowed');
});

test.each([
  ['before', [{ ...allow, Effect: 'Deny' as const }, allow]],
  ['after', [allow, { ...allow, Effect: 'Deny' as const }]],
])('a denial wins, %s what allows', (_where, statements) => {
  expect(answer(statements)).toBe('denied');
});

test.each([
  ['iam:GetUser', true],
  ['IAM:getuser', true],
  ['iam:Get*', true],
  ['iam:GetUse?', true],
  ['iam:*', true],
  ['*', true],
  ['iam:GetUser?', false],
  ['sts:*', false],
])('the action iam:GetUser is %s: %s', (Action, isAllowed) => {
  expect(answer([{ ...allow, Action }]) === 'allowed').toBe(isAllowed);
  expect(answer([{ Effect: 'Allow', NotAction: Action, Resource: '*' }]) === 'allowed').toBe(!isAllowed);
});

test.each([
  [user, true],
  [user.toLowerCase(), false],
  ['arn:aws:iam::111111111111:user/*', true],
  ['arn:aws:iam::111111111111:user/onboarded/Aik?', true],
  ['arn:aws:iam::111111111111:*', true],
  ['arn:aws:iam::*:user/onboarded/*', true],
  ['arn:aws:iam::*', true],
  ['arn:aws:iam*:user/onboarded/Aiko', true],
  ['arn:aws:i*111111:user/onboarded/Aiko', false],
  ['arn:aws:iam::222222222222:user/onboarded/Aiko', false],
  ['*', true],
])('the user is among the resources %s: %s', (Resource, isAllowed) => {
  expect(answer([{ ...allow, Resource }]) === 'allowed').toBe(isAllowed);
  expect(answer([{ Effect: 'Allow', Action: '*', NotResource: Resource }]) === 'allowed').toBe(!isAllowed);
});

const group = 'arn:aws:iam::111111111111:group/Developers';
const claim = { 'aws:ResourceTag/onboarding:claim': 'open' };

test.each<[condition: Conditions, context: Context, isMet: boolean, why: string]>([
  [{ StringEquals: { key: 'a' } }, { key: 'a' }, true, 'the same text'],
  [{ StringEquals: { key: 'a' } }, { key: 'A' }, false, 'texts have a case'],
  [{ StringEquals: { key: 'a*' } }, { key: 'ab' }, false, 'no wildcards'],
  [{ StringEquals: { key: 'a*' } }, { key: 'a*' }, true, 'a star is a star'],
  [{ StringEquals: { key: ['a', 'b'] } }, { key: 'b' }, true, 'one value of several is enough'],
  [{ StringEquals: { key: 'a' } }, {}, false, 'without the key it does not match'],
  [{ StringEquals: { Key: 'a' } }, { kEY: 'a' }, true, 'keys have no case'],
  [{ StringEquals: claim }, { 'aws:ResourceTag/Onboarding:Claim': 'open' }, true, 'nor those of tags'],
  [{ StringEquals: { key: 'a', other: 'b' } }, { key: 'a', other: 'c' }, false, 'all keys must match'],
  [{ StringEquals: { key: 'a' }, Bool: { other: 'true' } }, { key: 'a' }, false, 'all operators must match'],
  [{ StringEqualsIfExists: { key: 'a' } }, {}, true, 'if it exists'],
  [{ StringEqualsIfExists: { key: 'a' } }, { key: 'b' }, false, 'it exists'],
  [{ StringNotEquals: { key: 'a' } }, { key: 'b' }, true, 'another text'],
  [{ StringNotEquals: { key: ['a', 'b'] } }, { key: 'b' }, false, 'it may be none of several'],
  [{ StringNotEquals: { key: 'a' } }, {}, true, 'without the key it is not that'],
  [{ Bool: { key: 'true' } }, { key: 'True' }, true, 'truth has no case'],
  [{ Bool: { key: 'false' } }, {}, false, 'unknown is not false'],
  [{ BoolIfExists: { key: 'false' } }, {}, true, 'unless unknown is as good'],
  [{ BoolIfExists: { key: 'false' } }, { key: 'true' }, false, 'true is not'],
  [{ ArnEquals: { key: group } }, { key: group }, true, 'the same ARN'],
  [{ ArnEquals: { key: 'arn:aws:iam::*:group/Dev*' } }, { key: group }, true, 'ArnEquals knows wildcards, too'],
  [{ ArnLike: { key: 'arn:aws:iam::*:group/Developers' } }, { key: group }, true, 'any account'],
  [{ ArnLike: { key: 'arn:aws:iam::*:group/developers' } }, { key: group }, false, 'ARNs have a case'],
  [{ ArnLike: { key: 'arn:aws:iam*:group/Developers' } }, { key: group }, false, 'a star stays in its component'],
  [{ ArnLike: { key: 'arn:aws:iam::*' } }, { key: group }, false, 'there are six components'],
  [{ ArnLike: { key: '*' } }, { key: group }, false, 'in a pattern, too'],
  [{ ArnLike: { key: 'arn:aws:sqs:*:*:q?e' } }, { key: 'arn:aws:sqs:eu-west-1:1:q:e' }, true, 'the sixth has colons'],
  [{ ArnLike: { key: group } }, {}, false, 'without the key it does not match'],
  [{ ArnNotEquals: { key: group } }, {}, true, 'without the key it is not that'],
  [{ ArnNotEquals: { key: [group, user] } }, { key: user }, false, 'it may be neither'],
  [{ 'ForAllValues:StringEquals': { key: ['a', 'b'] } }, { key: ['a', 'b'] }, true, 'each is among them'],
  [{ 'ForAllValues:StringEquals': { key: ['a', 'b'] } }, { key: 'a' }, true, 'one is among them'],
  [{ 'ForAllValues:StringEquals': { key: ['a', 'b'] } }, { key: ['a', 'c'] }, false, 'one is not'],
  [{ 'ForAllValues:StringEquals': { key: ['a'] } }, {}, true, 'all of none'],
  [{ 'ForAnyValue:StringEquals': { key: ['a', 'b'] } }, { key: ['c', 'b'] }, true, 'one is among them'],
  [{ 'ForAnyValue:StringEquals': { key: 'a' } }, { key: ['b', 'c'] }, false, 'none is'],
  [{ 'ForAnyValue:StringEquals': { key: 'a' } }, {}, false, 'none of none'],
])('%j for a request with %j: %s (%s)', (condition, context, expected) => {
  expect(isMet(condition, context)).toBe(expected);
});

test.each(['StringLike', 'ForSomeValues:StringEquals', 'toString'])('%s is refused, not guessed', (operator) => {
  expect(() => isMet({ [operator]: { key: 'a' } }, { key: 'a' })).toThrow(`The condition operator ${operator}`);
});

/** A variable as it stands in a policy. */
const the = (variable: string) => `$\{${variable}}`;

test.each<[pattern: string, context: Context, isMet: boolean, why: string]>([
  [`user/${the('aws:username')}`, { 'aws:username': 'aiko' }, true, 'the one who asks'],
  [`user/${the('AWS:UserName')}`, { 'aws:username': 'aiko' }, true, 'names of variables have no case'],
  [`user/${the('aws:username')}`, { 'aws:username': 'ken' }, false, 'somebody else'],
  [`user/${the('aws:username')}`, {}, false, 'without a value it matches nothing'],
  [`${the('aws:none')}user/aiko`, {}, false, 'not even the rest'],
  [`user/${the("aws:none, 'aiko'")}`, {}, true, 'what it is by default'],
  [`user/${the("aws:username, 'aiko'")}`, { 'aws:username': 'ken' }, false, 'only by default'],
  [`user/${the('aws:username')}`, { 'aws:username': '*' }, false, 'a value is no pattern'],
])('the variable in %s, with %j: %s (%s)', (pattern, context, expected) => {
  const resource = 'arn:aws:iam::111111111111:user/aiko';
  const arn = `arn:aws:iam::111111111111:${pattern}`;
  expect(answer([{ ...allow, Resource: arn }], { resource, context }) === 'allowed').toBe(expected);
  expect(isMet({ StringEquals: { key: pattern } }, { ...context, key: 'user/aiko' })).toBe(expected);
  expect(isMet({ ArnLike: { key: arn } }, { ...context, key: resource })).toBe(expected);
});

test('a star in braces is a star', () => {
  const statement = { ...allow, Resource: `arn:aws:s3:::bucket/${the('*')}` };
  expect(answer([statement], { resource: 'arn:aws:s3:::bucket/*' })).toBe('allowed');
  expect(answer([statement], { resource: 'arn:aws:s3:::bucket/key' })).toBe('not allowed');
});

const asking = {
  'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/machine',
  'aws:PrincipalAccount': '111111111111',
};

test.each<[principal: NonNullable<Statement['Principal']>, isTrusted: boolean]>([
  ['*', true],
  [{ AWS: '*' }, true],
  [{ AWS: '111111111111' }, true],
  [{ AWS: 'arn:aws:iam::111111111111:root' }, true],
  [{ AWS: ['arn:aws:iam::222222222222:root', 'arn:aws:iam::111111111111:role/machine'] }, true],
  [{ AWS: 'arn:aws:iam::222222222222:root' }, false],
  [{ AWS: 'arn:aws:iam::111111111111:role/other' }, false],
  [{ AWS: 'arn:aws:iam::111111111111:role/*' }, false],
  [{ Service: 'states.amazonaws.com' }, false],
])('a role that trusts %j trusts the role of the machine: %s', (Principal, isTrusted) => {
  const trust: Statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' };
  expect(answer([trust], { action: 'sts:AssumeRole', context: asking }) === 'allowed').toBe(isTrusted);
});
