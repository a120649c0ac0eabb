import type { Account, Organization } from '../../organization/organization.ts';
import { readStack } from '../cloudformation/stack.ts';
import { readTemplate } from '../cloudformation/template.ts';
import type { MemberRole, MemberStack } from './account.ts';
import { statementsOf } from './policy/statement.ts';

const template = 'member-account.yaml';
const centerTemplate = 'identity-center.yaml';
const nothing: MemberStack = { roles: new Map(), policies: new Map() };

/** The StackSet of boarding-pass, and its stack where Identity Center is administered: gives what is in each account. A template that is no YAML is an error here. */
export function createStackSet(organization: Organization): (account: Account) => MemberStack {
  const { homeAccount: HomeAccountId, homeRegion: HomeRegion, managementAccount, stackParameters } = organization;
  const { identityCenter } = organization;
  const parameters = { HomeAccountId, HomeRegion, ...stackParameters };
  readTemplate(template);
  readTemplate(centerTemplate);
  return (account) => {
    // "StackSets doesn't deploy stacks to the organization's management account".
    const isTarget = account.id !== managementAccount && account.state === 'ACTIVE' && !account.withoutRoles;
    const member = isTarget
      ? deploy(template, account.id, HomeRegion, { ...parameters, ...account.stackParameters })
      : nothing;
    if (account.id !== identityCenter.administratorAccount) return member;
    const center = deploy(centerTemplate, account.id, HomeRegion, {
      HomeAccountId,
      HomeRegion,
      ManagementAccountId: managementAccount,
      InstanceArn: identityCenter.instanceArn,
      IdentityStoreId: identityCenter.identityStoreId,
      ...identityCenter.stackParameters,
    });
    return { ...member, roles: new Map([...member.roles, ...center.roles]) };
  };
}

function deploy(file: string, account: string, region: string, parameters: Record<string, string>): MemberStack {
  const { resources } = readStack(file, { account, region, partition: 'aws', parameters });
  const ofType = (type: string) => resources.filter((resource) => resource.type === `AWS::IAM::${type}`);
  const roles = ofType('Role').map(({ arn, ref, properties }): [string, MemberRole] => {
    const policies = properties.Policies as { PolicyDocument: unknown }[];
    const permissions = policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument));
    return [arn, { name: ref, trust: statementsOf(properties.AssumeRolePolicyDocument), permissions }];
  });
  const policies = ofType('ManagedPolicy').map(
    ({ arn, properties }) => [arn, statementsOf(properties.PolicyDocument)] as const,
  );
  return { roles: new Map(roles), policies: new Map(policies) };
}
