import { expect, test } from 'vitest';
import { readTemplate } from '../../sandbox/aws/cloudformation/template.ts';
import { evaluate } from '../../sandbox/aws/iam/policy/evaluate.ts';
import { statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { keyOfProfile } from '../../src/contract/profile-object.ts';
import { accounts, home, ofType, resourceOf } from './stacks.ts';

const bucket = resourceOf(home, 'ProfilesBucket');
const policy = statementsOf(resourceOf(home, 'ProfilesBucketPolicy').properties.PolicyDocument);
const profile = `${bucket.arn}/${keyOfProfile('developer')}`;

/** What the bucket's policy says to somebody of the account at home, whatever their own policies allow. */
const ask = (role: string, action: string, resource: string, SecureTransport = 'true') =>
  evaluate(policy, {
    action,
    resource,
    context: {
      'aws:PrincipalArn': `arn:aws:iam::${accounts.home}:role/${role}`,
      'aws:PrincipalAccount': accounts.home,
      'aws:SecureTransport': SecureTransport,
    },
  });

const writing = [
  ['s3:PutObject', profile],
  ['s3:DeleteObject', profile],
  ['s3:DeleteObjectVersion', profile],
  ['s3:RestoreObject', profile],
  ['s3:PutObjectAcl', profile],
  ['s3:PutObjectTagging', profile],
  ['s3:PutBucketPolicy', bucket.arn],
  ['s3:DeleteBucketPolicy', bucket.arn],
  ['s3:PutBucketVersioning', bucket.arn],
  ['s3:PutReplicationConfiguration', bucket.arn],
  ['s3:PutLifecycleConfiguration', bucket.arn],
] as const;
const ours = [...ofType(home, 'AWS::IAM::Role').map(({ ref }) => ref), 'boarding-pass-execution'];

test('the bucket is known by its name, keeps every version, is encrypted, and can be made public by nobody', () => {
  expect(bucket.properties).toEqual({
    BucketName: `boarding-pass-profiles-${accounts.home}-eu-west-1`,
    VersioningConfiguration: { Status: 'Enabled' },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    // With a key of KMS the ETag would be no hash of the object, and the same again would be another version.
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  });
});

test('what was published outlives the stack', () => {
  expect(readTemplate('boarding-pass.yaml').Resources.ProfilesBucket).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});

test.each(ours)('%s can write nothing into it, and change nothing of it, whatever its role allows', (role) => {
  expect(writing.filter(([action, resource]) => ask(role, action, resource) !== 'denied')).toEqual([]);
});

test('the machines are not kept from reading, nor whoever deploys from writing', () => {
  for (const role of ['boarding-pass-inspect-iam-user', 'Deployer']) {
    expect(ask(role, 's3:GetObject', profile)).toBe('not allowed');
    expect(ask(role, 's3:ListBucket', bucket.arn)).toBe('not allowed');
  }
  expect(writing.filter(([action, resource]) => ask('Deployer', action, resource) === 'denied')).toEqual([]);
});

test.each(['boarding-pass-inspect-iam-user', 'Deployer'])('without TLS %s can neither read nor write', (role) => {
  const actions = [...writing, ['s3:GetObject', profile], ['s3:ListBucket', bucket.arn]] as const;
  expect(actions.filter(([action, resource]) => ask(role, action, resource, 'false') !== 'denied')).toEqual([]);
});

test('it lets nobody in: only what IAM of the account allows is allowed', () => {
  expect(policy.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
});
