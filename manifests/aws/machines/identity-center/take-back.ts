import { anyError, caught, ifPresent, type State } from '../asl.ts';
import { type identityCenter, NOT_FOUND } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

/**
 * Takes back a user who was made here and could be given nothing: from `ListAssignments` on. Another request may have given them
 * something meanwhile; then they stay, and so does a user of whom it is not certain that they were made here.
 */
export function takeBack({ store, admin }: Calls, { done }: { done: string }): Record<string, State> {
  const orStays = [anyError('UserStays', null)];
  return {
    ListAssignments: admin(
      'listAccountAssignmentsForPrincipal',
      { 'PrincipalId.$': '$.who.user.UserId', PrincipalType: 'USER', MaxResults: 1 },
      { ResultPath: '$.assigned', Catch: orStays, Next: 'IsAssignedAnything' },
    ),
    IsAssignedAnything: ifPresent('$.assigned.AccountAssignments[0]', done, 'ListMemberships'),
    ListMemberships: store(
      'listGroupMembershipsForMember',
      { MemberId: { 'UserId.$': '$.who.user.UserId' }, MaxResults: 1 },
      { ResultPath: '$.memberships', Catch: orStays, Next: 'IsInAnyGroup' },
    ),
    IsInAnyGroup: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.memberships.GroupMemberships[0]', IsPresent: true, Next: done },
        { Variable: '$.who.user.made', StringEquals: 'here', Next: 'DeleteUser' },
      ],
      Default: 'UserStays',
    },
    DeleteUser: store(
      'deleteUser',
      { 'UserId.$': '$.who.user.UserId' },
      {
        ResultPath: null,
        Catch: [caught(NOT_FOUND.store, done, null), ...orStays],
        Next: done,
      },
    ),
    UserStays: {
      Type: 'Pass',
      Comment: 'Without a password, a group or an assignment nobody can do anything as this user.',
      Result: { Error: 'InertUserLeft', Cause: '' },
      ResultPath: '$.person.left',
      Next: done,
    },
  };
}
