import type { AwsLook } from '../../aws/aws.ts';
import type { Assignment, AssignmentRequest, IdentityCenter, User } from '../../identity-center/center.ts';
import type { AssignmentSlice, CenterUserSlice, IdentityCenterSlice } from '../slices.ts';

/** Who is in the Identity Center, and who has what where or is about to. */
export function readIdentityCenter({ identityCenter: center, accounts }: AwsLook): IdentityCenterSlice {
  const { users, groups, memberships, described, waiting } = center;
  const isOfCompany = center.settings.users === 'existing';
  const nameOf = (accountId: string) => accounts.get(accountId)?.account.name ?? accountId;
  const ofGroup = Map.groupBy(memberships.values(), ({ groupId }) => groupId);
  const ofUser = Map.groupBy(memberships.values(), ({ userId }) => userId);
  return {
    portalUrl: described.portalUrl,
    ...(isOfCompany && {
      directory: { waiting: waiting.map(({ userName, displayName }) => ({ userName, displayName })) },
    }),
    users: [...users.values()].reverse().map((user) => ({
      ...showUser(center, user),
      groups: (ofUser.get(user.userId) ?? []).flatMap(({ groupId }) => groups.get(groupId)?.displayName ?? []),
    })),
    groups: [...groups.values()].map(({ groupId: id, displayName: name, isDescribed = false }) => ({
      id,
      name,
      isFromDirectory: isOfCompany && isDescribed,
      members: (ofGroup.get(id) ?? []).flatMap(({ userId }) => users.get(userId)?.userName ?? []),
    })),
    assignments: readAssignments(center).map((each) => showAssignment(center, each, nameOf(each.accountId))),
  };
}

type Seen = Assignment & Pick<AssignmentSlice, 'status' | 'reason'>;

const keyOf = ({ accountId, permissionSetArn, principalId }: Assignment) =>
  `${accountId} ${permissionSetArn} ${principalId}`;

/** Of each the newest request where that is not done, before those that are there. */
function readAssignments({ requests, assignments }: IdentityCenter): Seen[] {
  const newest = new Map([...requests.values()].map((request) => [keyOf(request), request]));
  const open = [...newest.values()].filter(({ status }) => status !== 'SUCCEEDED');
  const keys = new Set(open.map(keyOf));
  const held = assignments.filter((each) => !keys.has(keyOf(each)));
  return [
    ...open.toReversed().map((request): Seen => ({ ...request, ...stateOf(request) })),
    ...held.toReversed().map((each): Seen => ({ ...each, status: 'HELD' })),
  ];
}

function stateOf({ status, kind, failureReason }: AssignmentRequest): Pick<Seen, 'status' | 'reason'> {
  if (status === 'FAILED') return { status, ...(failureReason !== undefined && { reason: failureReason }) };
  return { status: kind === 'create' ? 'ASSIGNING' : 'REMOVING' };
}

function showAssignment(center: IdentityCenter, assignment: Seen, name: string): AssignmentSlice {
  const { accountId, permissionSetArn, principalId, principalType, status, reason } = assignment;
  const principal =
    center.users.get(principalId)?.userName ?? center.groups.get(principalId)?.displayName ?? principalId;
  return {
    key: keyOf(assignment),
    account: { id: accountId, name },
    permissionSet: center.permissionSets.get(permissionSetArn)?.name ?? permissionSetArn,
    principal,
    isGroup: principalType === 'GROUP',
    status,
    ...(reason !== undefined && { reason }),
  };
}

function showUser({ settings }: IdentityCenter, user: User): Omit<CenterUserSlice, 'groups'> {
  const { userId, userName, displayName, email, status, createdAt, loginProfile, mfaDevices, lastSignIn } = user;
  return {
    id: userId,
    userName,
    displayName,
    ...(email && { email: email.Value }),
    createdAt: createdAt.toISOString(),
    isDisabled: status === 'DISABLED',
    isFromDirectory: settings.users === 'existing' && user.isDescribed,
    login: !loginProfile ? 'none' : loginProfile.passwordResetRequired ? 'temporary' : 'own',
    hasMfa: mfaDevices.length > 0,
    ...(lastSignIn && { lastSignIn: lastSignIn.toISOString() }),
  };
}
