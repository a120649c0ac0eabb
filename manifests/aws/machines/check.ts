import { findManagementAccount, organizations } from './accounts.ts';
import { anyError, forEach, ifPresent, type Machine, type State } from './asl.ts';
import { methods } from './methods.ts';
import { isProfileOf, readProfile } from './profile.ts';

/** What inspecting asks of any account, here of one that every organization has. */
const asked = (action: string, parameter: string, Next: string) =>
  organizations(
    action,
    { [`${parameter}.$`]: '$.organization.ManagementAccountId' },
    { ResultPath: null, Catch: [anyError('OrganizationUnreadable', '$.failure')], Next },
  );

const unread = (Problem: string): State => ({
  Type: 'Pass',
  Parameters: { 'ProfileId.$': '$.ProfileId', Problem },
  End: true,
});

const ended = (Problem: string | null): State => ({
  Type: 'Pass',
  Parameters: { 'Profiles.$': '$.Profiles', Organization: { Problem } },
  End: true,
});

const checks = Object.entries(methods).flatMap(([name, { check }]) => (check ? [{ name, ...check }] : []));

/** One profile as it is published, and what its method finds wrong. */
const oneProfile: Machine = {
  StartAt: 'ReadProfile',
  States: {
    ReadProfile: readProfile(null, { Next: 'HasCheck' }),
    HasCheck: {
      Type: 'Choice',
      Choices: checks.map(({ name, asks, startAt }) => ({ ...isProfileOf(name, asks), Next: startAt })),
      Default: 'ProfileRead',
    },
    ...Object.assign({}, ...checks.map(({ states }) => states)),
    ProfileRead: {
      Type: 'Pass',
      Parameters: {
        'ProfileId.$': '$.ProfileId',
        'Version.$': '$.profile.Version',
        'Object.$': '$.profile.Object',
      },
      End: true,
    },
    ProfileMissing: unread('ProfileMissing'),
    ProfileUnavailable: unread('ProfileUnavailable'),
    ProfileUnreadable: unread('ProfileUnreadable'),
  },
};

/** Express and synchronous: the bot asks it when it starts. */
export const check: Machine = {
  Comment:
    'Reads what the other machines are going to believe, and tells whether they can: the published profiles with what their methods find wrong, and whether the organization can be asked.',
  StartAt: 'FindManagementAccount',
  States: {
    FindManagementAccount: findManagementAccount({
      Comment: 'Any account may ask this. The questions at the end take the right to read the organization.',
      Catch: [anyError('WithoutOrganization', '$.failure')],
      Next: 'ReadProfiles',
    }),
    WithoutOrganization: {
      Type: 'Pass',
      Result: { ManagementAccountId: '', isUnreadable: true },
      ResultPath: '$.organization',
      Next: 'ReadProfiles',
    },
    ReadProfiles: forEach(
      '$.ProfileIds',
      5,
      { 'ProfileId.$': '$$.Map.Item.Value', 'organization.$': '$.organization' },
      oneProfile,
      { ResultPath: '$.Profiles', Next: 'CanOrganizationBeAsked' },
    ),
    CanOrganizationBeAsked: ifPresent('$.organization.isUnreadable', 'OrganizationUnreadable', 'DescribeAccount'),
    DescribeAccount: asked('describeAccount', 'AccountId', 'ListParents'),
    ListParents: asked('listParents', 'ChildId', 'OrganizationRead'),
    OrganizationRead: ended(null),
    OrganizationUnreadable: ended('OrganizationUnreadable'),
  },
};
