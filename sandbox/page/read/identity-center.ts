import type { AwsLook } from '../../aws/aws.ts';
import { isSameAssignment } from '../../identity-center/admin/arguments.ts';
import type { Assignment, AssignmentRequest, IdentityCenter, User } from '../../identity-center/center.ts';
import type { AssignmentSlice, CenterUserSlice, IdentityCenterSlice } from '../slices.ts';

/** Who is in the Identity Center, and who has what where or is about to. */
export function readIdentityCenter({ identityCenter: center, accounts }: AwsLook): IdentityCenterSlice {
  const nameOf = (accountId: string) => accounts.get(accountId)?.account.name ?? accountId;
  return {
    portalUrl: center.described.portalUrl,
    users: [...center.users.values()].reverse().map((user) => showUser(center, user)),
    groups: [...center.groups.values()].map(({ groupId: id, displayName: name }) => {
      const members = [...center.memberships.values()].filter(({ groupId }) => groupId === id);
      return { id, name, members: members.flatMap(({ userId }) => center.users.get(userId)?.userName ?? []) };
    }),
    assignments: readAssignments(center).map((each) => showAssignment(center, each, nameOf(each.accountId))),
  };
}

type Seen = Assignment & Pick<AssignmentSlice, 'status' | 'reason'>;

/** Of each the newest that is not done, before those that are there. */
function readAssignments({ requests, assignments }: IdentityCenter): Seen[] {
  const newest = [...requests.values()].reverse();
  const first = newest.filter(
    (request, index) => newest.findIndex((each) => isSameAssignment(each, request)) === index,
  );
  const open = first.filter(({ status }) => status !== 'SUCCEEDED');
  const held = assignments.filter((each) => !open.some((request) => isSameAssignment(request, each)));
  return [
    ...open.map((request): Seen => ({ ...request, ...stateOf(request) })),
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
    key: `${accountId} ${permissionSetArn} ${principalId}`,
    account: { id: accountId, name },
    permissionSet: center.permissionSets.get(permissionSetArn)?.name ?? permissionSetArn,
    principal,
    isGroup: principalType === 'GROUP',
    status,
    ...(reason !== undefined && { reason }),
  };
}

function showUser({ groups, memberships, settings }: IdentityCenter, user: User): CenterUserSlice {
  const { userId, userName, displayName, email, status, createdAt, loginProfile, mfaDevices, lastSignIn } = user;
  const own = [...memberships.values()].filter((each) => each.userId === userId);
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
    groups: own.flatMap(({ groupId }) => groups.get(groupId)?.displayName ?? []),
  };
}
