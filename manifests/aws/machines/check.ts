import { findManagementAccount } from './accounts.ts';
import { anyError, forEach, type Machine } from './asl.ts';
import { isMissing, readProfile } from './profile.ts';

/** Express and synchronous: the bot asks it when it starts. */
export const check: Machine = {
  Comment:
    'Reads what the other machines are going to believe, and tells whether they can: the published profiles, and whether the organization can be asked.',
  StartAt: 'ReadProfiles',
  States: {
    ReadProfiles: forEach(
      '$.ProfileIds',
      5,
      { 'ProfileId.$': '$$.Map.Item.Value' },
      {
        StartAt: 'ReadProfile',
        States: {
          ReadProfile: readProfile(
            { missing: isMissing('ProfileMissing', null), unreadable: anyError('ProfileUnreadable', null) },
            { Next: 'ProfileRead' },
          ),
          ProfileRead: {
            Type: 'Pass',
            Parameters: {
              'ProfileId.$': '$.ProfileId',
              'Version.$': '$.profile.Version',
              'Object.$': '$.profile.Object',
            },
            End: true,
          },
          ProfileMissing: {
            Type: 'Pass',
            Parameters: { 'ProfileId.$': '$.ProfileId', Problem: 'ProfileMissing' },
            End: true,
          },
          ProfileUnreadable: {
            Type: 'Pass',
            Parameters: { 'ProfileId.$': '$.ProfileId', Problem: 'ProfileUnreadable' },
            End: true,
          },
        },
      },
      { ResultPath: '$.Profiles', Next: 'FindManagementAccount' },
    ),
    FindManagementAccount: findManagementAccount({
      Catch: [anyError('OrganizationUnreadable', '$.failure')],
      Next: 'OrganizationRead',
    }),
    OrganizationRead: {
      Type: 'Pass',
      Parameters: { 'Profiles.$': '$.Profiles', Organization: { Problem: null } },
      End: true,
    },
    OrganizationUnreadable: {
      Type: 'Pass',
      Parameters: { 'Profiles.$': '$.Profiles', Organization: { Problem: 'OrganizationUnreadable' } },
      End: true,
    },
  },
};
