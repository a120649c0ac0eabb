import { MAX_GROUPS } from '../../../../src/contract/sizes.ts';
import { anyError, caught, forEach, ifPresent, isPresent, type State } from '../asl.ts';
import { type identityCenter, NOT_FOUND, whileJoining, withSettings } from './calls.ts';

type Store = ReturnType<typeof identityCenter>['store'];

const anyOf = (path: (i: number) => string) => Array.from({ length: MAX_GROUPS }, (_, i) => isPresent(path(i)));

/**
 * Lets a user into all groups of the target or into none: from `JoinGroups` on. They are joined by the ids that the approver was
 * shown: one that was made anew under the name is another group, and may open other accounts. Whoever was in one stays in it.
 * @param onward where it goes on; where it failed, with the error in `$.failure`
 */
export function joinGroups(
  store: Store,
  { joined, failed, stuck }: { joined: string; failed: string; stuck: string },
): Record<string, State> {
  return {
    JoinGroups: forEach(
      '$.target.Checked',
      1,
      { ...withSettings, 'GroupId.$': '$$.Map.Item.Value.GroupId', 'UserId.$': '$.user.UserId' },
      {
        StartAt: 'JoinGroup',
        States: {
          JoinGroup: store(
            'createGroupMembership',
            { 'GroupId.$': '$.GroupId', MemberId: { 'UserId.$': '$.UserId' } },
            {
              Retry: whileJoining,
              ResultSelector: { 'MembershipId.$': '$.MembershipId' },
              Catch: [
                caught(['Identitystore.ConflictException'], 'WasMember', null),
                anyError('NotJoined', '$.failure'),
              ],
              End: true,
            },
          ),
          WasMember: { Type: 'Pass', Result: {}, End: true },
          NotJoined: { Type: 'Pass', Parameters: { 'failure.$': '$.failure' }, End: true },
        },
      },
      { ResultPath: '$.joined', Next: 'AreAllJoined' },
    ),
    AreAllJoined: {
      Type: 'Choice',
      Choices: [{ Or: anyOf((i) => `$.joined[${i}].failure`), Next: 'FindFailure' }],
      Default: joined,
    },
    FindFailure: {
      Type: 'Pass',
      Parameters: { 'all.$': '$.joined[*].failure' },
      ResultPath: '$.failures',
      Next: 'TakeFailure',
    },
    TakeFailure: { Type: 'Pass', InputPath: '$.failures.all[0]', ResultPath: '$.failure', Next: 'LeaveGroups' },
    LeaveGroups: forEach(
      '$.joined',
      1,
      { ...withSettings, 'membership.$': '$$.Map.Item.Value' },
      {
        StartAt: 'JoinedHere',
        States: {
          JoinedHere: ifPresent('$.membership.MembershipId', 'LeaveGroup', 'Left'),
          LeaveGroup: store(
            'deleteGroupMembership',
            { 'MembershipId.$': '$.membership.MembershipId' },
            {
              ResultPath: null,
              Catch: [caught(NOT_FOUND.store, 'Left', null), anyError('StaysInGroup', null)],
              Next: 'Left',
            },
          ),
          Left: { Type: 'Pass', Result: {}, End: true },
          StaysInGroup: { Type: 'Pass', Result: { stays: true }, End: true },
        },
      },
      { ResultPath: '$.leaving', Next: 'AreAllLeft' },
    ),
    AreAllLeft: {
      Type: 'Choice',
      Choices: [{ Or: anyOf((i) => `$.leaving[${i}].stays`), Next: stuck }],
      Default: failed,
    },
  };
}
