import { expect, test } from 'vitest';
import { evaluate } from '../../sandbox/aws/iam/policy/evaluate.ts';
import { type Statement, statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { accounts, home, member, resourceOf } from './stacks.ts';
import { callsOf } from './state-machine-calls.ts';

const allowedTo = (role: string): Statement[] => {
  const [policy] = resourceOf(member, role).properties.Policies as [{ PolicyDocument: unknown }];
  return statementsOf(policy.PolicyDocument);
};
const toProvision = allowedTo('ProvisionIamUserRole');
const toIssue = allowedTo('IssuePasswordRole');
const resource = `arn:aws:iam::${accounts.member}:user/onboarded/sam`;

type Tags = Record<string, string>;
const mine = { claim: 'open', 'claim-until': '2026-11-29T00:00:00Z', claimant: 'U0YUKI', mailbox: 'the hash of hers' };
const asMade = { ...mine, request: 'V01', 'requested-by': 'U0AIKO', 'approved-by': 'U0KEN' };

const keyed = (kind: string, tags: Tags) =>
  Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`aws:${kind}/onboarding:${tag}`, value]));
const tag = (requested: Tags, there: Tags, allowed = toProvision) =>
  evaluate(allowed, {
    action: 'iam:TagUser',
    resource,
    context: {
      ...keyed('RequestTag', requested),
      ...keyed('ResourceTag', there),
      'aws:TagKeys': Object.keys(requested).map((key) => `onboarding:${key}`),
    },
  });

// "This key is included in the request context when the requested resource already has attached tags or in requests that create a
// resource with an attached tag": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
test.each<[string, Tags]>([
  ['has none yet', {}],
  ['counts as having those asked for', asMade],
])('a user is tagged while it is made, when it %s', (_how, there) => {
  expect(tag(asMade, there)).toBe('allowed');
});

test('the tags are those that the machine sets, and no other key is allowed', () => {
  const [create] = callsOf(home).filter(({ integration }) => integration === 'aws-sdk:iam:createUser');
  const keys = ((create?.parameters.Tags ?? []) as { Key: string }[]).map(({ Key }) => Key);
  expect(keys.toSorted()).toEqual(
    Object.keys(asMade)
      .map((key) => `onboarding:${key}`)
      .toSorted(),
  );
  expect(tag({ ...asMade, team: 'payments' }, {})).toBe('not allowed');
});

test.each<[string, Tags, Tags]>([
  ['opened again', { ...mine }, { ...mine, claim: 'closed' }],
  ['opened again by that tag alone', { claim: 'open' }, { ...mine, claim: 'closed' }],
  ['given to somebody else', { ...mine, claimant: 'U0MALLORY' }, mine],
  ['given to somebody else by that tag alone', { claimant: 'U0MALLORY' }, mine],
  ['said to be of another mailbox', { ...mine, mailbox: 'the hash of another' }, mine],
  ['said to be of another mailbox by that tag alone', { mailbox: 'the hash of another' }, mine],
  ['made to last longer', { ...mine, 'claim-until': '2036-01-01T00:00:00Z' }, mine],
])('a claim that is there cannot be %s', (_how, requested, there) => {
  expect(tag(requested, there)).toBe('not allowed');
});

test.each<[string, Tags, Tags, string]>([
  ['may say who replaces a password while the claim is open', { replacement: 'x' }, mine, 'allowed'],
  ['may not once it is closed', { replacement: 'x' }, { ...mine, claim: 'closed' }, 'not allowed'],
  ['may not of a user without a claim', { replacement: 'x' }, {}, 'not allowed'],
  ['may not open a claim', { claim: 'open' }, { ...mine, claim: 'closed' }, 'not allowed'],
  ['may not give it to somebody else', { claimant: 'U0MALLORY' }, mine, 'not allowed'],
  ['may not give it away beside', { replacement: 'x', claimant: 'U0MALLORY' }, mine, 'not allowed'],
])('who issues passwords %s', (_what, requested, there, expected) => {
  expect(tag(requested, there, toIssue)).toBe(expected);
});
