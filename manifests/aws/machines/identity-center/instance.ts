import { anyError, caught, placeholder, type State } from '../asl.ts';
import { type identityCenter, NOT_FOUND, REFUSALS, refusals, settings } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

export const isInRegion = (Next: string, Default: string): State => ({
  Type: 'Choice',
  Comment: 'A machine reaches the APIs of its own Region alone; another one would seem to have no instance.',
  Choices: [{ Variable: settings('region'), StringEquals: placeholder('Region'), Next }],
  Default,
});

/**
 * Whether Identity Center is as the policy declares it, and can be asked: from `IsInRegion` on.
 * @param onward where it goes on; and for each fault, where that leads, with the error of an unforeseen one in `$.failure`
 */
export function checkInstance(
  { admin }: Calls,
  onward: { next: string; faults: (name: string) => string; unforeseen: string },
): Record<string, State> {
  const { next, faults, unforeseen } = onward;
  return {
    IsInRegion: isInRegion('DescribeInstance', faults('OtherRegion')),
    DescribeInstance: admin(
      'describeInstance',
      {},
      {
        ResultPath: '$.instance',
        Catch: [caught(NOT_FOUND.admin, faults('InstanceMissing'), null), anyError('DirectoryFailed', '$.failure')],
        Next: 'IsAsDeclared',
      },
    ),
    IsAsDeclared: {
      Type: 'Choice',
      Choices: [
        {
          Not: { Variable: '$.instance.IdentityStoreId', StringEqualsPath: settings('identityStoreId') },
          Next: faults('StoreMismatch'),
        },
        { Variable: '$.instance.Status', StringEquals: 'ACTIVE', Next: next },
      ],
      Default: faults('InstanceNotActive'),
    },
    DirectoryFailed: {
      Type: 'Choice',
      Choices: refusals('$.failure', faults),
      Default: unforeseen,
    },
  };
}

/** The faults that `checkInstance` tells apart. */
export const INSTANCE_FAULTS = ['OtherRegion', 'InstanceMissing', 'InstanceNotActive', 'StoreMismatch', ...REFUSALS];
