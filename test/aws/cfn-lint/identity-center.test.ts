import { expect, test } from 'vitest';
import type { JsonObject } from '../../../sandbox/aws/json.ts';
import { identitystore, ssoadmin } from '../../../sandbox/identity-center/operations.ts';
import { startMachine } from '../../sandbox/identity-center/machine.ts';
import { IdentityStoreId, InstanceArn, setArn, userId } from '../../sandbox/identity-center/sdk.ts';
import { needs } from '../needs.ts';
import { readSpec, type Spec } from './spec.ts';

const isThere = needs('cfn-lint');

const spec: Spec = isThere ? readSpec() : {};

const kinds: Record<string, string> = {
  identitystore: 'Identitystore',
  user: 'User',
  group: 'Group',
  membership: 'Membership',
  instance: 'Instance',
  permissionSet: 'PermissionSet',
  account: 'Account',
};
const kindOf = (arn: string) => kinds[/:([a-zA-Z]+)\//.exec(arn)?.[1] ?? ''] ?? arn;

/** Enough for every operation: each takes what it knows. */
const UserId = userId('Ken@Kumoworks.example');
const GroupId = '1234567890-aaaa1111-0000-4000-8000-00000000000a';
const requestId = '00000000-0000-4000-8000-000000000000';
const input = (action: string, MembershipId: string) => ({
  UserId,
  GroupId,
  MembershipId,
  MemberId: { UserId },
  GroupIds: [GroupId],
  UserName: 'new',
  DisplayName: 'New',
  Name: { GivenName: 'N', FamilyName: 'W' },
  AlternateIdentifier: {
    UniqueAttribute: { AttributePath: action === 'getGroupId' ? 'displayName' : 'userName', AttributeValue: 'x' },
  },
  PermissionSetArn: setArn('ReadOnly'),
  AccountId: '111122223333',
  TargetId: '111122223333',
  TargetType: 'AWS_ACCOUNT',
  PrincipalType: 'USER',
  PrincipalId: UserId,
  AccountAssignmentCreationRequestId: requestId,
  AccountAssignmentDeletionRequestId: requestId,
});

const all = [
  ...Object.entries(identitystore).map(([name, operation]) => ({ service: 'identitystore', name, operation })),
  ...Object.entries(ssoadmin).map(([name, operation]) => ({ service: 'sso', name, operation })),
];

test.each(all)(
  '$service:$name is checked against the resources that AWS checks it against',
  ({ service, name, operation }) => {
    const { center } = startMachine('inspect');
    const [membership = ''] = center.memberships.keys();
    const { resources } = operation.prepare(center, {
      ...(service === 'sso' ? { InstanceArn } : { IdentityStoreId }),
      ...input(name, membership),
    } as JsonObject);
    const actions = Object.entries(spec[service]?.Actions ?? {});
    const [, action] = actions.find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
    if (!action) throw new Error(`AWS has no ${service}:${name}.`);
    const wanted = (action.Resources ?? ['*']).map((kind) => kind.replace(/^(All)?Group(Membership)s?$/, '$2'));
    expect([...new Set(resources.map(kindOf))].sort()).toEqual(wanted.sort());
  },
);
