import { beforeAll, expect, test } from 'vitest';
import { readStack } from '../../../sandbox/aws/cloudformation/stack.ts';
import { kumoworks } from '../../../sandbox/organization.ts';
import { accounts, ofType } from '../../manifests/stacks.ts';
import { IdentityStoreId, InstanceArn } from '../../sandbox/identity-center/sdk.ts';
import { deploy } from './deploy.ts';
import { type Connection, useMoto } from './moto.ts';
import { readRole } from './roles.ts';

const moto = useMoto();
const parameters = {
  HomeAccountId: accounts.home,
  HomeRegion: 'eu-west-1',
  ManagementAccountId: kumoworks.managementAccount,
  InstanceArn,
  IdentityStoreId,
  ...kumoworks.identityCenter.stackParameters,
  DeniedAccountIds: '444455556666,444455557777',
};
const inPartition = (partition: string) =>
  readStack('identity-center.yaml', { account: accounts.member, region: 'eu-west-1', partition, parameters });
const roles = ofType(inPartition('aws'), 'AWS::IAM::Role');
let admin: Connection;

beforeAll(async () => {
  if (!moto.isThere) return;
  admin = await moto.admin(accounts.member);
  await deploy(admin, 'identity-center.yaml', parameters);
});

test.each(roles)('the role $ref trusts whom, and allows what, our reader says', async ({ ref, properties }) => {
  const { trust, policies } = await readRole(admin, ref);
  expect(trust).toEqual(properties.AssumeRolePolicyDocument);
  const expected = (properties.Policies as { PolicyName: string; PolicyDocument: unknown }[]).map(
    ({ PolicyName, PolicyDocument }) => [PolicyName, PolicyDocument],
  );
  expect(policies).toEqual(Object.fromEntries(expected));
});

test.each(['aws', 'aws-cn', 'aws-us-gov'])(
  'in %s every ARN that is made of an id is of that partition',
  (partition) => {
    const text = JSON.stringify(inPartition(partition).resources);
    for (const kind of ['identitystore:::group', 'sso:::account']) {
      expect(text).toContain(`"arn:${partition}:${kind}/`);
      expect(
        text.match(new RegExp(`arn:[a-z-]+:${kind}/`, 'g'))?.every((arn) => arn.startsWith(`arn:${partition}:`)),
      ).toBe(true);
    }
  },
);
