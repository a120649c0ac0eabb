import { beforeAll, describe, expect, test } from 'vitest';
import { accounts, memberWith, ofType } from '../../manifests/stacks.ts';
import { type Deployed, deployMember } from './deploy.ts';
import { type Connection, useMoto } from './moto.ts';
import { readPolicy, readRole } from './roles.ts';

const moto = useMoto();
const parameters = {
  CreateDevelopersGroup: 'true',
  AllowedGroupArns: 'arn:aws:iam::*:group/Developers,arn:aws:iam::*:group/Auditors',
  AssumableRoleArns: 'arn:aws:iam::*:role/Deployer',
};
const member = memberWith(parameters);
let admin: Connection;
let stack: Deployed;

beforeAll(async () => {
  if (!moto.isThere) return;
  admin = await moto.admin(accounts.member);
  stack = await deployMember(admin, parameters);
});

test('every resource of the template is made, but the example group, which moto does not know', () => {
  const missing = member.resources.filter(({ id }) => !stack.made.has(id)).map(({ type }) => type);
  expect(missing).toEqual(['AWS::IAM::Group']);
});

test('in the account where the machines are nothing is made', async () => {
  const { made } = await deployMember(await moto.admin(accounts.home), parameters);
  expect([...made]).toEqual([]);
});

describe.each(ofType(member, 'AWS::IAM::Role'))('the role $ref', ({ ref, properties }) => {
  test('trusts whom our reader says', async () => {
    const { trust } = await readRole(admin, ref);
    expect(trust).toEqual(properties.AssumeRolePolicyDocument);
  });

  test('allows what our reader says', async () => {
    const { policies } = await readRole(admin, ref);
    const expected = (properties.Policies as { PolicyName: string; PolicyDocument: unknown }[]).map(
      ({ PolicyName, PolicyDocument }) => [PolicyName, PolicyDocument],
    );
    expect(policies).toEqual(Object.fromEntries(expected));
  });
});

test.each(ofType(member, 'AWS::IAM::ManagedPolicy'))('the policy $arn says what our reader says', async (policy) => {
  expect(await readPolicy(admin, policy.arn)).toEqual(policy.properties.PolicyDocument);
});
