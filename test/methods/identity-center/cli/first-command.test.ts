import { expect, test } from 'vitest';
import { identityCenter } from '../../../../src/methods/identity-center/identity-center.ts';
import { setOf } from '../../../onboarding/at-portal.ts';

const firstCommand = (set: unknown, name = 'Developer') =>
  identityCenter.terminal.kind === 'portal'
    ? identityCenter.terminal.firstCommand({ permissionSets: [set] }, name)
    : undefined;

test.each<[string, unknown, string | undefined]>([
  ['a policy that is known', setOf('Developer'), 's3 ls'],
  ['another one', setOf('Developer', { Managed: ['AmazonEC2ReadOnlyAccess'] }), 'ec2 describe-instances'],
  ['one that is known among others', setOf('Developer', { Managed: ['Mine', 'IAMReadOnlyAccess'] }), 'iam list-users'],
  ['none that is known', setOf('Developer', { Managed: ['AWSSupportAccess'] }), undefined],
  [
    'one of the organization’s own of the same name',
    setOf('Developer', { Managed: [], CustomerManaged: ['ReadOnlyAccess'] }),
    undefined,
  ],
  ['a boundary, which may forbid it', setOf('Developer', { HasBoundary: true }), undefined],
  ['another permission set', setOf('Viewer'), undefined],
  ['what the policy has, without what is in it', setOf('Developer').Arn, undefined],
])('a permission set with %s', (_what, set, command) => {
  expect(firstCommand(set)).toBe(command);
});

test.each([
  ...['AdministratorAccess', 'PowerUserAccess', 'ReadOnlyAccess', 'ViewOnlyAccess', 'SecurityAudit', 'IAMFullAccess'],
  ...['AmazonS3FullAccess', 'AmazonS3ReadOnlyAccess', 'AmazonEC2FullAccess', 'AmazonEC2ReadOnlyAccess'],
  ...['AWSLambda_FullAccess', 'AWSLambda_ReadOnlyAccess', 'AmazonECS_FullAccess', 'AWSStepFunctionsReadOnlyAccess'],
  ...['AmazonDynamoDBFullAccess', 'AmazonDynamoDBReadOnlyAccess', 'AmazonRDSFullAccess', 'AmazonRDSReadOnlyAccess'],
  ...['AWSCloudFormationFullAccess', 'AWSCloudFormationReadOnlyAccess', 'CloudWatchFullAccess', 'IAMReadOnlyAccess'],
  ...['CloudWatchReadOnlyAccess', 'CloudWatchLogsFullAccess', 'CloudWatchLogsReadOnlyAccess'],
  ...['AmazonSQSReadOnlyAccess', 'AmazonSNSReadOnlyAccess'],
])('%s lets people begin with something that only lists', (policy) => {
  expect(firstCommand(setOf('Developer', { Managed: [policy] }))).toMatch(/^[a-z0-9]+ (ls|(list|describe)(-[a-z]+)+)$/);
});
