import { MAX_GROUPS } from '../../../../src/contract/sizes.ts';
import { anyError, caught, forEach, isPresent, type State, type Task, type Template } from '../asl.ts';
import { type identityCenter, isKeptOut, NOT_FOUND, untilKnown, withSettings } from './calls.ts';

type Store = ReturnType<typeof identityCenter>['store'];

const anyOf = (path: (i: number) => string) => Array.from({ length: MAX_GROUPS }, (_, i) => isPresent(path(i)));

/**
 * Lets a user into all groups of the target or into none: from `JoinGroups` on. They are joined by the ids that the approver was
 * shown: one that was made anew under the name is another group, and may open other accounts. Whoever was in one stays in it, and so
 * does whoever is in one of whom it is not certain that they joined it here: an answer may have been lost.
 * @param onward where it goes on; where it failed, with the error in `$.failure`
 */
export function joinGroups(
  store: Store,
  { joined, failed, stuck }: { joined: string; failed: string; stuck: string },
): Record<string, State> {
  const member: Template = { MemberId: { 'UserId.$': '$.UserId' } };
  const join = (rest: Partial<Task>): Task =>
    store(
      'createGroupMembership',
      { 'GroupId.$': '$.GroupId', ...member },
      { ResultSelector: { 'MembershipId.$': '$.MembershipId' }, End: true, ...rest },
    );
  return {
    JoinGroups: forEach(
      '$.target.Checked',
      1,
      { ...withSettings, 'GroupId.$': '$$.Map.Item.Value.GroupId', 'UserId.$': '$.user.UserId' },
      {
        StartAt: 'JoinGroup',
        States: {
          JoinGroup: join({
            Retry: [],
            Catch: [
              caught(['Identitystore.ConflictException'], 'WasMember', null),
              anyError('WasJoiningRefused', '$.failure'),
            ],
          }),
          WasJoiningRefused: {
            Type: 'Choice',
            Choices: [{ Or: isKeptOut('$.failure'), Next: 'NotJoined' }],
            Default: 'JoinAgain',
          },
          JoinAgain: join({
            Retry: untilKnown('Identitystore'),
            Catch: [
              caught(['Identitystore.ConflictException'], 'JoinedPerhaps', null),
              anyError('LookForMembership', '$.failure'),
            ],
          }),
          LookForMembership: store(
            'listGroupMembershipsForMember',
            { ...member, MaxResults: 100 },
            {
              ResultPath: '$.memberships',
              Catch: [caught(NOT_FOUND.store, 'NotJoined', null), anyError('NotJoinedPerhaps', null)],
              Next: 'CompareMemberships',
            },
          ),
          CompareMemberships: {
            Type: 'Pass',
            Parameters: {
              'isMember.$': 'States.ArrayContains($.memberships.GroupMemberships[*].GroupId, $.GroupId)',
            },
            ResultPath: '$.compared',
            Next: 'IsMemberNow',
          },
          IsMemberNow: {
            Type: 'Choice',
            Choices: [
              { Variable: '$.compared.isMember', BooleanEquals: true, Next: 'JoinedPerhaps' },
              { ...isPresent('$.memberships.NextToken'), Next: 'NotJoinedPerhaps' },
            ],
            Default: 'NotJoined',
          },
          JoinedPerhaps: { Type: 'Pass', Result: { perhaps: true }, End: true },
          NotJoinedPerhaps: {
            Type: 'Pass',
            Parameters: { 'failure.$': '$.failure', perhaps: true },
            End: true,
          },
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
          JoinedHere: {
            Type: 'Choice',
            Choices: [
              { ...isPresent('$.membership.MembershipId'), Next: 'LeaveGroup' },
              { ...isPresent('$.membership.perhaps'), Next: 'StaysInGroup' },
            ],
            Default: 'Left',
          },
          LeaveGroup: store(
            'deleteGroupMembership',
            { 'MembershipId.$': '$.membership.MembershipId' },
            {
              Retry: untilKnown('Identitystore'),
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
