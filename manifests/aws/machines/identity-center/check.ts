import { anyError, placeholder, type State } from '../asl.ts';
import { identityCenter } from './calls.ts';
import { inspectGroups } from './groups.ts';
import { checkInstance, INSTANCE_FAULTS } from './instance.ts';
import { inspectPermissionSets } from './permission-sets.ts';

const calls = identityCenter('check-identity-center');
const orFail = [anyError('DirectoryFailed', '$.failure')];

const checked = (found: { [key: string]: string | null | { [key: string]: string } }): State => ({
  Type: 'Pass',
  Parameters: {
    'ProfileId.$': '$.ProfileId',
    'Version.$': '$.profile.Version',
    'Object.$': '$.profile.Object',
    ...found,
  },
  End: true,
});

/** What keeps a published profile of Identity Center from being given, before anybody asks for it: from `TakeSettings` on. */
export const checkIdentityCenter: Record<string, State> = {
  TakeSettings: {
    Type: 'Pass',
    InputPath: '$.profile.Object.settings',
    ResultPath: '$.settings',
    Next: 'IsInRegion',
  },
  ...checkInstance(calls, {
    next: 'CheckGroups',
    faults: (name) => `Fault${name}`,
    unforeseen: 'FaultUnforeseen',
  }),
  CheckGroups: inspectGroups(calls, { ResultPath: '$.groups', Catch: orFail, Next: 'CheckPermissionSets' }),
  CheckPermissionSets: inspectPermissionSets(calls, { ResultPath: '$.sets', Catch: orFail, Next: 'DirectoryChecked' }),
  DirectoryChecked: checked({
    Fault: null,
    Found: {
      'groups.$': '$.groups',
      'permissionSets.$': '$.sets',
      // In these nothing is assigned, whatever a profile names; in the first one, by a delegate.
      'ManagementAccountId.$': '$.organization.ManagementAccountId',
      AdministratorAccountId: placeholder('IdentityCenterAccountId'),
      HomeAccountId: placeholder('HomeAccountId'),
    },
  }),
  FaultUnforeseen: checked({ 'Fault.$': '$.failure.Error' }),
  ...Object.fromEntries(INSTANCE_FAULTS.map((name): [string, State] => [`Fault${name}`, checked({ Fault: name })])),
};
