import { anyError, caught, forEach, type MapState, type State, type Template } from '../asl.ts';
import type { InMember } from '../calls.ts';
import { backoff, whileIamRecovers } from '../retries.ts';

/** Takes a user back that could not be finished, in reverse order, from `DetachPolicies` on; then goes to `next` with `$.failure`. */
export function undo(iam: InMember, userName: Template, next: string): Record<string, State> {
  return {
    DetachPolicies: takeBack('$.PolicyArns', 'PolicyArn', 'DetachUserPolicy', 'LeaveGroups'),
    LeaveGroups: takeBack('$.Groups', 'GroupName', 'RemoveUserFromGroup', 'DeleteUser'),
    DeleteUser: iam('deleteUser', userName, {
      Retry: [
        whileIamRecovers(['Iam.DeleteConflictException', 'Iam.EntityTemporarilyUnmodifiableException']),
        // Who was just made may not be known everywhere yet, and is not gone for that.
        backoff(['Iam.NoSuchEntityException'], { attempts: 3 }),
      ],
      ResultPath: null,
      Catch: [caught(['Iam.NoSuchEntityException'], next, null), anyError('IsGone', '$.undo')],
      Next: next,
    }),
    IsGone: iam('getUser', userName, {
      Comment: 'A DeleteUser whose answer was lost has worked all the same.',
      ResultPath: null,
      Catch: [caught(['Iam.NoSuchEntityException'], next, null), anyError('UndoFailed', null)],
      Next: 'UndoFailed',
    }),
    UndoFailed: { Type: 'Pass', Parameters: { Error: 'UndoFailed' }, ResultPath: '$.failure', Next: next },
  };

  /** Of each group, or each policy: what was not there is passed over. */
  function takeBack(items: string, item: string, call: string, Next: string): MapState {
    const action = call.charAt(0).toLowerCase() + call.slice(1);
    const task = iam(
      action,
      { 'UserName.$': '$.UserName', [`${item}.$`]: `$.${item}` },
      { ResultPath: null, Catch: [anyError(`${call}Skipped`, null)], End: true },
    );
    const skipped: State = {
      Type: 'Pass',
      Comment: 'It was not there, or may not be touched: DeleteUser tells whether anything is left.',
      End: true,
    };
    return forEach(
      items,
      1,
      { 'AccountId.$': '$.AccountId', ...userName, [`${item}.$`]: '$$.Map.Item.Value' },
      { StartAt: call, States: { [call]: task, [`${call}Skipped`]: skipped } },
      { ResultPath: null, Catch: [anyError('UndoFailed', '$.undo')], Next },
    );
  }
}
