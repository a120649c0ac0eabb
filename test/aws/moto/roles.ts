import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import type { Connection } from './moto.ts';

export type RoleInMoto = { trust: unknown; policies: Record<string, unknown>; attached: string[] };

/** A role as IAM gives it back. */
export async function readRole(connection: Connection, RoleName: string): Promise<RoleInMoto> {
  const iam = new IAMClient(connection);
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const policies: Record<string, unknown> = {};
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    policies[PolicyName] = documentIn(PolicyDocument);
  }
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  const attached = AttachedPolicies.map(({ PolicyArn = '' }) => PolicyArn).toSorted();
  return { trust: documentIn(Role?.AssumeRolePolicyDocument), policies, attached };
}

/** A managed policy as IAM gives it back. */
export async function readPolicy(connection: Connection, PolicyArn: string): Promise<unknown> {
  const iam = new IAMClient(connection);
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy?.DefaultVersionId;
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  return documentIn(PolicyVersion?.Document);
}

/**
 * IAM gives a document as URL-encoded JSON; of an inline policy that CloudFormation made, moto gives Python's notation, in which it
 * leaves a hole where `AWS::NoValue` takes an item away.
 */
export function documentIn(text = ''): unknown {
  const decoded = decodeURIComponent(text);
  const json = decoded.startsWith("{'")
    ? decoded.replaceAll("'", '"').replace(/(?<=[[,] ?)None(?=[,\]])/g, 'null')
    : decoded;
  return JSON.parse(json, (_, value) => (Array.isArray(value) ? value.filter((each) => each !== null) : value));
}
