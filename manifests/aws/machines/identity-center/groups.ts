import { caught, forEach, ifPresent, type Machine, type MapState } from '../asl.ts';
import { by, type identityCenter, NOT_FOUND, withSettings } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

/** What each group of the profile is: whether it is there, whose it is, and which accounts it opens already. */
export function inspectGroups({ store, admin }: Calls, rest: Partial<MapState>): MapState {
  const oneGroup: Machine = {
    StartAt: 'GetGroupId',
    States: {
      GetGroupId: store('getGroupId', by('displayName', '$.Name'), {
        ResultPath: '$.group',
        Catch: [caught(NOT_FOUND.store, 'NoSuchGroup', '$.failure')],
        Next: 'DescribeGroup',
      }),
      DescribeGroup: store(
        'describeGroup',
        { 'GroupId.$': '$.group.GroupId' },
        {
          ResultPath: '$.described',
          Catch: [caught(NOT_FOUND.store, 'NoSuchGroup', '$.failure')],
          Next: 'ListWhatItOpens',
        },
      ),
      ListWhatItOpens: admin(
        'listAccountAssignmentsForPrincipal',
        { 'PrincipalId.$': '$.group.GroupId', PrincipalType: 'GROUP', MaxResults: 100 },
        { ResultPath: '$.opens', Next: 'DoesItOpenMore' },
      ),
      DoesItOpenMore: {
        Type: 'Choice',
        Comment: 'Nobody reads hundreds of accounts: that there are more is enough.',
        Choices: [{ Variable: '$.opens.NextToken', IsPresent: true, Next: 'OpensMore' }],
        Default: 'IsFromDirectory',
      },
      OpensMore: { Type: 'Pass', Result: true, ResultPath: '$.opensMore', Next: 'IsFromDirectory' },
      IsFromDirectory: ifPresent('$.described.ExternalIds[0]', 'GroupFromDirectory', 'GroupOfOurs'),
      GroupFromDirectory: found(true),
      GroupOfOurs: found(false),
      NoSuchGroup: {
        Type: 'Pass',
        Parameters: {
          Kind: 'group',
          'Name.$': '$.Name',
          GroupId: '',
          Exists: false,
          FromDirectory: false,
          Opens: [],
          OpensMore: false,
        },
        End: true,
      },
    },
  };
  return forEach(
    '$.profile.Object.grants.groups',
    4,
    { ...withSettings, 'Name.$': '$$.Map.Item.Value', opensMore: false },
    oneGroup,
    rest,
  );
}

const found = (FromDirectory: boolean) => ({
  Type: 'Pass' as const,
  Parameters: {
    Kind: 'group',
    'Name.$': '$.Name',
    'GroupId.$': '$.group.GroupId',
    Exists: true,
    FromDirectory,
    'Opens.$': 'States.ArrayUnique($.opens.AccountAssignments[*].AccountId)',
    'OpensMore.$': '$.opensMore',
  },
  End: true as const,
});
