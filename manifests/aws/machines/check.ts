import { findManagementAccount, organizations } from './accounts.ts';
import { anyError, forEach, type Machine } from './asl.ts';
import { readProfile } from './profile.ts';

/** What inspecting asks of any account, here of one that every organization has. */
const asked = (action: string, parameter: string, Next: string) =>
  organizations(
    action,
    { [`${parameter}.$`]: '$.organization.ManagementAccountId' },
    { ResultPath: null, Catch: [anyError('OrganizationUnreadable', '$.failure')], Next },
  );

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
          ReadProfile: readProfile(null, { Next: 'ProfileRead' }),
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
          ProfileUnavailable: {
            Type: 'Pass',
            Parameters: { 'ProfileId.$': '$.ProfileId', Problem: 'ProfileUnavailable' },
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
      Comment: 'Any account may ask this. The questions after it take the right to read the organization.',
      Catch: [anyError('OrganizationUnreadable', '$.failure')],
      Next: 'DescribeAccount',
    }),
    DescribeAccount: asked('describeAccount', 'AccountId', 'ListParents'),
    ListParents: asked('listParents', 'ChildId', 'OrganizationRead'),
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
