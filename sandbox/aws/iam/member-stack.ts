import type { Account, Organization } from '../../organization.ts';
import { readStack } from '../cloudformation/stack.ts';
import { readTemplate } from '../cloudformation/template.ts';
import type { MemberRole, MemberStack } from './account.ts';
import { statementsOf } from './policy/statement.ts';

const template = 'member-account.yaml';
const nothing: MemberStack = { roles: new Map(), policies: new Map() };

/** The StackSet of boarding-pass: gives the stack of each account. A template that is no YAML is an error here. */
export function createStackSet(organization: Organization): (account: Account) => MemberStack {
  const { homeAccount: HomeAccountId, homeRegion: HomeRegion, managementAccount, stackParameters } = organization;
  const parameters = { HomeAccountId, HomeRegion, ...stackParameters };
  readTemplate(template);
  return (account) => {
    // "StackSets doesn't deploy stacks to the organization's management account".
    const isTarget = account.id !== managementAccount && account.state === 'ACTIVE' && !account.withoutRoles;
    if (!isTarget) return nothing;
    return deploy(account.id, HomeRegion, { ...parameters, ...account.stackParameters });
  };
}

function deploy(account: string, region: string, parameters: Record<string, string>): MemberStack {
  const { resources } = readStack(template, { account, region, partition: 'aws', parameters });
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
