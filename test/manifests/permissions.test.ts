import { expect, test } from 'vitest';
import type { Resource } from '../../sandbox/aws/cloudformation/stack.ts';
import { listOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { callsOfBot } from './bot-calls.ts';
import { needsOfBot, needsOfCall, needsOfMachine, needToAssume } from './needs.ts';
import { type Permission, type Role, rolesOf, told } from './policies.ts';
import { accounts, center, home, homeWith, member, memberWith, ofType, resourceOf } from './stacks.ts';
import { callsOf } from './state-machine-calls.ts';

const calls = callsOf(home);
const machines = ofType(home, 'AWS::StepFunctions::StateMachine');
const rolesAtHome = rolesOf(home);
const rolesOfMachines = rolesAtHome.filter(({ arn }) => machines.some(({ properties }) => properties.RoleArn === arn));
const rolesInMember = rolesOf(member);
const rolesElsewhere = [...rolesInMember, ...rolesOf(center)];

const machineOf = (role: Role) => machines.find(({ properties }) => properties.RoleArn === role.arn) as Resource;
const machineNamed = (name: string) => machines.find(({ arn }) => arn.endsWith(`:stateMachine:${name}`)) as Resource;
const lines = (permissions: Permission[]) => [...new Set(permissions.map(told))].toSorted();

test.each(calls)('$integration, called by $machine in its state $state, is allowed by exactly one role', (call) => {
  const machine = machineNamed(call.machine);
  const asMachine = rolesAtHome.filter(({ arn }) => arn === machine.properties.RoleArn);
  const asAssumed = rolesElsewhere.filter(({ trust }) =>
    trust.some(({ Condition }) => Condition?.StringEquals?.['sts:ExternalId'] === machine.arn),
  );
  const needs = needsOfCall(call);
  expect(needs).not.toEqual([]);
  for (const need of needs.map(told)) {
    const allowing = [...asMachine, ...asAssumed].filter(({ permissions }) => permissions.includes(need));
    expect(allowing.map(({ arn }) => arn)).toEqual([call.roleArn ?? machine.properties.RoleArn]);
  }
});

test.each(rolesOfMachines)('the role $name at home allows what its machine calls, and nothing else', (role) => {
  const machine = machineOf(role);
  const needs = calls
    .filter((call) => machineNamed(call.machine) === machine)
    .flatMap((call) => (call.roleArn ? needToAssume(call.roleArn) : needsOfCall(call)));
  expect(role.permissions).toEqual(lines([...needs, ...needsOfMachine(machine)]));
});

test.each(rolesElsewhere)('the role $arn allows what its machine calls there, and nothing else', (role) => {
  const through = calls.filter(({ roleArn }) => roleArn === role.arn);
  expect(role.permissions).toEqual(lines(through.flatMap(needsOfCall)));
});

test('the role of the bot allows what the bot calls, and nothing else', () => {
  const bot = rolesAtHome.find(({ name }) => name === 'boarding-pass-bot');
  expect(bot?.permissions).toEqual(lines(callsOfBot().flatMap(needsOfBot)));
});

test('every machine has a role of its own, the bot has one, and there are no others', () => {
  expect(new Set(machines.map(({ properties }) => properties.RoleArn)).size).toBe(machines.length);
  const expected = [...rolesOfMachines.map(({ name }) => name), 'boarding-pass-bot'];
  expect(rolesAtHome.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
  const called = new Set(calls.flatMap(({ roleArn }) => roleArn ?? []));
  expect(new Set(rolesElsewhere.map(({ arn }) => arn))).toEqual(called);
});

test('nothing but the policies in the roles gives a role permissions', () => {
  const types = [...home.resources, ...memberWith({ CreateDevelopersGroup: 'true' }).resources].map(({ type }) => type);
  const identities = new Set(types.filter((type) => type.startsWith('AWS::IAM::')));
  expect(identities).toEqual(new Set(['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Group']));
  for (const { properties } of [home, member].flatMap((stack) => ofType(stack, 'AWS::IAM::ManagedPolicy'))) {
    expect(Object.keys(properties)).toEqual(['ManagedPolicyName', 'Description', 'PolicyDocument']);
  }
});

test('a policy that is not the stack’s own is attached to no role: nobody would read here what it allows', () => {
  const attach = (ManagedPolicyArns: string[]) =>
    rolesOf({
      ...home,
      resources: home.resources.map((resource) =>
        resource.id === 'CheckRole'
          ? { ...resource, properties: { ...resource.properties, ManagedPolicyArns } }
          : resource,
      ),
    });
  expect(() => attach(['arn:aws:iam::aws:policy/AdministratorAccess'])).toThrow(
    'boarding-pass-check: nobody reads what arn:aws:iam::aws:policy/AdministratorAccess allows.',
  );
  const logs = resourceOf(home, 'MachineLogs').arn;
  const check = attach([logs]).find(({ name }) => name === 'boarding-pass-check');
  expect(check?.permissions).toContain('logs:CreateLogDelivery on *');
});

test('the policies for machines are attached to those alone that have a log, or read profiles', () => {
  const withPolicy = (id: string) =>
    ofType(home, 'AWS::IAM::Role')
      .filter(({ properties }) => listOf(properties.ManagedPolicyArns as string[]).includes(resourceOf(home, id).arn))
      .map(({ ref }) => ref.replace('boarding-pass-', ''));
  const methods = ['iam-user', 'identity-center'].flatMap((method) => [`inspect-${method}`, `provision-${method}`]);
  expect(withPolicy('MachineLogs')).toEqual(['onboarding', ...methods]);
  expect(withPolicy('PublishedProfiles')).toEqual([...methods, 'check', 'find-access']);
});

test('at home check asks what the machines are going to ask, and writes nothing; of member accounts it asks none', () => {
  const check = rolesAtHome.find(({ name }) => name === 'boarding-pass-check');
  const actions = new Set(check?.permissions.map((line) => line.split(' ')[0]));
  expect([...actions].toSorted()).toEqual([
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'organizations:DescribeAccount',
    'organizations:DescribeOrganization',
    'organizations:ListParents',
    's3:GetObject',
    's3:ListBucket',
    'sts:AssumeRole',
  ]);
  const through = calls.flatMap(({ machine, roleArn = [] }) => (machine === 'boarding-pass-check' ? roleArn : []));
  expect(through.filter((arn) => arn.includes(accounts.member))).toEqual([]);
});

test.each(rolesOfMachines)('the role $name at home is assumed by Step Functions, for its machine', (role) => {
  expect(role.trust).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'states.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': accounts.home },
        ArnEquals: { 'aws:SourceArn': machineOf(role).arn },
      },
    },
  ]);
});

test.each(rolesElsewhere)('the role $arn is assumed by the role of the machine that calls there, for it', (role) => {
  const [machine, ...others] = new Set(calls.filter(({ roleArn }) => roleArn === role.arn).map((call) => call.machine));
  expect(others).toEqual([]);
  const { arn, properties } = machineNamed(machine ?? '');
  expect(role.trust).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accounts.home}:root` },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnEquals: { 'aws:PrincipalArn': properties.RoleArn },
        StringEquals: { 'sts:ExternalId': arn },
      },
    },
  ]);
});

test('no role denies anything but that of provision-identity-center: see identity-center.test.ts', () => {
  const denying = [...rolesAtHome, ...rolesElsewhere].filter(({ denials }) => denials.length > 0);
  expect(denying.map(({ name }) => name)).toEqual(['boarding-pass-provision-identity-center']);
});

test('the role of the bot is assumed by ECS tasks of the account', () => {
  expect(rolesAtHome.find(({ name }) => name === 'boarding-pass-bot')?.trust).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': accounts.home },
        ArnLike: { 'aws:SourceArn': `arn:aws:ecs:eu-west-1:${accounts.home}:*` },
      },
    },
  ]);
});

test('the role of the bot is assumed by one service account of a Kubernetes cluster, if there is one', () => {
  const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';
  const OidcProviderArn = `arn:aws:iam::${accounts.home}:oidc-provider/${issuer}`;
  const OidcSubject = 'system:serviceaccount:boarding-pass:bot';
  const bot = rolesOf(homeWith({ OidcProviderArn, OidcSubject })).find(({ name }) => name === 'boarding-pass-bot');
  expect(bot?.trust).toEqual([
    {
      Effect: 'Allow',
      Principal: { Federated: OidcProviderArn },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${issuer}:sub`]: OidcSubject, [`${issuer}:aud`]: 'sts.amazonaws.com' } },
    },
  ]);
});

test('profiles may name the groups and policies that the stack is given, and no others', () => {
  const AllowedGroupArns = 'arn:aws:iam::*:group/Analysts,arn:aws:iam::*:group/teams/Payments';
  const AllowedPolicyArns = 'arn:aws:iam::aws:policy/ReadOnlyAccess,arn:aws:iam::*:policy/Analyst';
  const roles = rolesOf(memberWith({ AllowedGroupArns, AllowedPolicyArns }));
  const permissions = roles.flatMap((role) => role.permissions);
  const allowed = (pattern: RegExp) => permissions.flatMap((line) => pattern.exec(line)?.[1] ?? []);
  expect(allowed(/^iam:AddUserToGroup on ([^,]+)$/)).toEqual(AllowedGroupArns.split(','));
  expect(allowed(/^iam:RemoveUserFromGroup on ([^,]+)$/)).toEqual(AllowedGroupArns.split(','));
  expect(allowed(/^iam:AttachUserPolicy .*iam:PolicyARN ArnLike ([^,]+)$/).toSorted()).toEqual(
    AllowedPolicyArns.split(',').toSorted(),
  );
  expect(allowed(/^iam:DetachUserPolicy .*iam:PolicyARN ArnLike ([^,]+)$/).toSorted()).toEqual(
    AllowedPolicyArns.split(',').toSorted(),
  );
  expect(permissions.filter((line) => /Developers|IAMUserChangePassword/.test(line))).toEqual([]);
});

test('at home nobody is onboarded: the stack of member accounts is empty there', () => {
  expect(memberWith({ CreateDevelopersGroup: 'true' }, { account: accounts.home }).resources).toEqual([]);
});
