import type { MachineErrorName } from '../../../../src/contract/errors.ts';
import { type State, says } from '../asl.ts';

/** Holds where AWS said this of what failed. */
export const failureSays = (pattern: string) => says('$.failure.Cause', pattern);

/** What went wrong after the user was made, by a name of ours: it stands in the outcome. */
const because = (name: MachineErrorName, Next: string): State => ({
  Type: 'Pass',
  Parameters: { Error: name },
  ResultPath: '$.failure',
  Next,
});

/** Gives `$.failure` a name of ours where AWS has one name for several things, or tells them apart in a sentence alone. */
export function classify(next: string): Record<string, State> {
  return {
    Classify: {
      Type: 'Choice',
      Choices: [
        { ...failureSays('*is not authorized to perform*'), Next: 'BecauseNotPermitted' },
        {
          And: [
            { Variable: '$.failure.Error', StringEquals: 'Iam.NoSuchEntityException' },
            failureSays('*he group with name *'),
          ],
          Next: 'BecauseGroupMissing',
        },
        {
          And: [
            { Variable: '$.failure.Error', StringEquals: 'Iam.NoSuchEntityException' },
            failureSays('*olicy arn:*'),
          ],
          Next: 'BecausePolicyMissing',
        },
      ],
      Default: next,
    },
    BecauseNotPermitted: because('NotPermitted', next),
    BecauseGroupMissing: because('GroupMissing', next),
    BecausePolicyMissing: because('PolicyMissing', next),
  };
}
