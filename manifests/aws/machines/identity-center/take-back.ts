import { anyError, caught, forEach, type State } from '../asl.ts';
import { by, type identityCenter, NOT_FOUND, withSettings } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

/** Takes back a user who was made here and could be given nothing, memberships first: from `LeaveGroups` on. */
export function takeBack({ store }: Calls, { done }: { done: string }): Record<string, State> {
  const skip = [anyError('LeftGroup', null)];
  return {
    LeaveGroups: forEach(
      '$.groups',
      1,
      { ...withSettings, 'Name.$': '$$.Map.Item.Value', 'UserId.$': '$.user.UserId' },
      {
        StartAt: 'FindGroupToLeave',
        States: {
          FindGroupToLeave: store('getGroupId', by('displayName', '$.Name'), {
            ResultPath: '$.group',
            Catch: skip,
            Next: 'GetMembership',
          }),
          GetMembership: store(
            'getGroupMembershipId',
            { 'GroupId.$': '$.group.GroupId', MemberId: { 'UserId.$': '$.UserId' } },
            { ResultPath: '$.membership', Catch: skip, Next: 'DeleteMembership' },
          ),
          DeleteMembership: store(
            'deleteGroupMembership',
            { 'MembershipId.$': '$.membership.MembershipId' },
            { ResultPath: null, Catch: skip, Next: 'LeftGroup' },
          ),
          LeftGroup: { Type: 'Pass', Comment: 'They were not in it, or DeleteUser will tell.', End: true },
        },
      },
      { ResultPath: null, Catch: [anyError('UserStays', null)], Next: 'DeleteUser' },
    ),
    DeleteUser: store(
      'deleteUser',
      { 'UserId.$': '$.user.UserId' },
      {
        ResultPath: null,
        Catch: [caught(NOT_FOUND.store, done, null), anyError('UserStays', null)],
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
