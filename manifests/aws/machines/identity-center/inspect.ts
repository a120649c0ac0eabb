import { findManagementAccount } from '../accounts.ts';
import { anyError, type Machine, type State } from '../asl.ts';
import { nothingFound } from '../inspection.ts';
import { isProfileOf, readProfile } from '../profile.ts';
import { identityCenter } from './calls.ts';
import { inspectGroups } from './groups.ts';
import { checkInstance, INSTANCE_FAULTS } from './instance.ts';
import { inspectPeople } from './people.ts';
import { inspectPermissionSets } from './permission-sets.ts';
import { GRANTS, isWithinLimits, SETTINGS } from './published.ts';
import { checkAccounts, crossTargets } from './targets.ts';

const calls = identityCenter('inspect-identity-center');
const orFail = [anyError('DirectoryFailed', '$.failure')];

/** Ends the inspection, with all that was found. */
const inspected = (Problem: { Error: string } | null): State => ({
  Type: 'Pass',
  Parameters: {
    Profile: {
      Grants: { 'groups.$': '$.groups', 'permissionSets.$': '$.sets' },
      'Version.$': '$.profile.Version',
      'Approvers.$': '$.profile.Object.approvers',
    },
    'Targets.$': '$.targets.list',
    'Users.$': '$.people.list',
    Problem,
  },
  End: true,
});

export const inspectIdentityCenter: Machine = {
  Comment:
    'What is there before anybody is asked to approve: the instance, what the profile gives and what that means, each account, and who has what already. Reads, and changes nothing.',
  StartAt: 'ReadProfile',
  States: {
    ReadProfile: readProfile('$.failure', { Next: 'IsOurs' }),
    IsOurs: {
      Type: 'Choice',
      Choices: [{ And: [isProfileOf('identity-center', GRANTS, SETTINGS), ...isWithinLimits], Next: 'TakeSettings' }],
      Default: 'ProfileUnreadable',
    },
    TakeSettings: {
      Type: 'Pass',
      InputPath: '$.profile.Object.settings',
      ResultPath: '$.settings',
      Next: 'IsInRegion',
    },
    ...checkInstance(calls, { next: 'FindManagementAccount', faults: (name) => name, unforeseen: 'Unforeseen' }),
    FindManagementAccount: findManagementAccount({
      Catch: [anyError('OrganizationUnreadable', '$.failure')],
      Next: 'InspectGroups',
    }),
    InspectGroups: inspectGroups(calls, { ResultPath: '$.groups', Catch: orFail, Next: 'InspectPermissionSets' }),
    InspectPermissionSets: inspectPermissionSets(calls, { ResultPath: '$.sets', Catch: orFail, Next: 'CheckAccounts' }),
    CheckAccounts: checkAccounts({ ResultPath: '$.checkedAccounts', Next: 'CompareGroups' }),
    ...crossTargets('InspectPeople', 'DirectoryFailed'),
    InspectPeople: inspectPeople(calls, {
      ResultSelector: { 'list.$': '$', 'isAnybodyLeft.$': 'States.ArrayContains($[*].SetAside, false)' },
      ResultPath: '$.people',
      Catch: orFail,
      Next: 'IsAnybodyLeft',
    }),
    IsAnybodyLeft: {
      Type: 'Choice',
      Comment: 'Where everybody is set aside there is nothing to approve.',
      Choices: [{ Variable: '$.people.isAnybodyLeft', BooleanEquals: true, Next: 'Inspected' }],
      Default: 'NobodyLeft',
    },
    Inspected: inspected(null),
    NobodyLeft: inspected({ Error: 'NobodyLeft' }),
    Unforeseen: nothingFound({ 'Error.$': '$.failure.Error' }),
    ...Object.fromEntries(
      ['ProfileMissing', 'ProfileUnavailable', 'ProfileUnreadable', 'OrganizationUnreadable', ...INSTANCE_FAULTS].map(
        (name): [string, State] => [name, nothingFound({ Error: name })],
      ),
    ),
  },
};
