import { caught, forEach, ifPresent, type Machine, type MapState, type State } from '../asl.ts';
import { by, comesFromCompany, type identityCenter, NOT_FOUND, settings, withSettings } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

const standing = (Effect: 'create' | 'grant'): State => ({
  Type: 'Pass',
  Result: { Effect },
  ResultPath: '$.standing',
  Next: 'InspectTargets',
});

/** Nothing can be given to this person, wherever it is: the others go on without them. */
const setAside = (Why: string): State => ({
  Type: 'Pass',
  Parameters: { 'UserName.$': '$.found.UserName', SetAside: true, Why },
  ResultPath: '$.found',
  Next: 'InspectTargets',
});

/** Who they are in the directory, which may have them from a company's own: then it knows them by an id of theirs, too. */
const tellWho = (FromDirectory: boolean): State => ({
  Type: 'Pass',
  Parameters: { 'UserId.$': '$.user.UserId', 'UserName.$': '$.user.UserName', FromDirectory },
  ResultPath: '$.found.Found',
  Next: 'AnyGroups',
});

const isHere = (path: string) => ({ Variable: path, IsPresent: true });

const isTheirAddress = { Variable: '$.person.userName', StringEqualsPath: '$.person.email' };
const hasMail = isHere('$.user.Emails[0].Value');
const isFromDirectory = isHere('$.user.ExternalIds[0]');

/**
 * Who each person is in the directory: by user name and by mail, which have to name the same user; and what they have already. A
 * user is somebody’s by their mail: one of the same name with another mail is somebody else, and so is one without any, unless the
 * name is the person’s address. A company’s own directory calls nobody by an address that is another’s: there the name is enough
 * if it is the person’s address.
 */
export function inspectPeople(calls: Calls, rest: Partial<MapState>): MapState {
  const { store } = calls;
  const onePerson: Machine = {
    StartAt: 'FindByName',
    States: {
      FindByName: store('getUserId', by('userName', '$.person.userName'), {
        ResultPath: '$.byName',
        Catch: [caught(NOT_FOUND.store, 'FindByMail', '$.nobody')],
        Next: 'FindByMail',
      }),
      FindByMail: store('getUserId', by('emails.value', '$.person.email'), {
        ResultPath: '$.byMail',
        Catch: [caught(NOT_FOUND.store, 'WasWrittenOtherwise', '$.nobody')],
        Next: 'WhoIsIt',
      }),
      WasWrittenOtherwise: ifPresent('$.person.emailAsWritten', 'FindByMailAsWritten', 'WhoIsIt'),
      FindByMailAsWritten: store('getUserId', by('emails.value', '$.person.emailAsWritten'), {
        ResultPath: '$.byMail',
        Catch: [caught(NOT_FOUND.store, 'WhoIsIt', '$.nobody')],
        Next: 'WhoIsIt',
      }),
      WhoIsIt: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              isHere('$.byName'),
              isHere('$.byMail'),
              { Not: { Variable: '$.byName.UserId', StringEqualsPath: '$.byMail.UserId' } },
            ],
            Next: 'UserMismatch',
          },
          { ...isHere('$.byMail'), Next: 'TakeByMail' },
          { ...isHere('$.byName'), Next: 'TakeByName' },
          { Variable: settings('users'), StringEquals: 'create', Next: 'IsNew' },
        ],
        Default: 'UserMissing',
      },
      TakeByMail: { Type: 'Pass', InputPath: '$.byMail', ResultPath: '$.user', Next: 'DescribeUser' },
      TakeByName: { Type: 'Pass', InputPath: '$.byName', ResultPath: '$.user', Next: 'DescribeUser' },
      DescribeUser: store(
        'describeUser',
        { 'UserId.$': '$.user.UserId' },
        { ResultPath: '$.user', Next: 'MayBeGiven' },
      ),
      MayBeGiven: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Not: isHere('$.byMail') },
              { Or: [{ Not: isTheirAddress }, { And: [hasMail, { Not: comesFromCompany }] }] },
            ],
            Next: 'UserMismatch',
          },
          {
            And: [isHere('$.user.UserStatus'), { Variable: '$.user.UserStatus', StringEquals: 'DISABLED' }],
            Next: 'UserDisabled',
          },
          { And: [{ Not: isHere('$.byMail') }, hasMail], Next: 'HasOtherMail' },
          { ...isFromDirectory, Next: 'TellWhoOfDirectory' },
        ],
        Default: 'TellWho',
      },
      HasOtherMail: {
        Type: 'Pass',
        Comment:
          'The company calls them by their address, and has another one for their mail: the approver is told which.',
        InputPath: '$.user.Emails[0].Value',
        ResultPath: '$.found.OtherMail',
        Next: 'IsUserFromDirectory',
      },
      IsUserFromDirectory: {
        Type: 'Choice',
        Choices: [{ ...isFromDirectory, Next: 'TellWhoOfDirectory' }],
        Default: 'TellWho',
      },
      TellWho: tellWho(false),
      TellWhoOfDirectory: tellWho(true),
      AnyGroups: {
        Type: 'Choice',
        Choices: [
          {
            And: [isHere('$.groups.ids[0]'), { Variable: '$.groups.anyMissing', BooleanEquals: false }],
            Next: 'IsMember',
          },
        ],
        Default: 'Exists',
      },
      IsMember: store(
        'isMemberInGroups',
        { 'GroupIds.$': '$.groups.ids', MemberId: { 'UserId.$': '$.user.UserId' } },
        {
          ResultSelector: { 'lacksOne.$': 'States.ArrayContains($.Results[*].MembershipExists, false)' },
          ResultPath: '$.membership',
          Next: 'Exists',
        },
      ),
      Exists: standing('grant'),
      IsNew: standing('create'),
      UserMismatch: setAside('UserMismatch'),
      UserDisabled: setAside('UserDisabled'),
      UserMissing: setAside('UserMissing'),
      InspectTargets: forEach(
        '$.targets',
        3,
        {
          ...withSettings,
          'target.$': '$$.Map.Item.Value',
          'standing.$': '$.standing',
          'found.$': '$.found',
          'user.$': '$.user',
          'membership.$': '$.membership',
        },
        oneTarget(calls),
        { ResultPath: '$.found.Effects', OutputPath: '$.found', End: true },
      ),
    },
  };
  return forEach(
    '$.Users',
    4,
    {
      ...withSettings,
      'person.$': '$$.Map.Item.Value',
      'targets.$': '$.targets.list',
      'groups.$': '$.comparedGroups',
      found: { 'UserName.$': '$$.Map.Item.Value.userName', SetAside: false },
      standing: { Effect: 'refuse' },
      user: { UserId: '' },
      membership: { lacksOne: true },
    },
    onePerson,
    rest,
  );
}

const effect = (Effect: 'create' | 'grant' | 'has'): State => ({
  Type: 'Pass',
  Parameters: { 'AccountId.$': '$.target.AccountId', Effect },
  End: true,
});

const refuse = (why: string): State => ({
  Type: 'Pass',
  Parameters: { 'AccountId.$': '$.target.AccountId', Effect: 'refuse', 'Why.$': why },
  End: true,
});

/** What an approval would do for one person in one target. */
const oneTarget = ({ admin }: Calls): Machine => ({
  StartAt: 'CanBeGiven',
  States: {
    CanBeGiven: {
      Type: 'Choice',
      Choices: [
        { Not: { Variable: '$.target.Problem', IsNull: true }, Next: 'RefusedTarget' },
        { Variable: '$.standing.Effect', StringEquals: 'refuse', Next: 'RefusedPerson' },
        { Variable: '$.standing.Effect', StringEquals: 'create', Next: 'Creates' },
        { Not: isHere('$.target.PermissionSet'), Next: 'IsInAllGroups' },
      ],
      Default: 'ListAssignments',
    },
    RefusedTarget: refuse('$.target.Problem.Error'),
    RefusedPerson: refuse('$.found.Why'),
    Creates: effect('create'),
    Grants: effect('grant'),
    Has: effect('has'),
    IsInAllGroups: {
      Type: 'Choice',
      Choices: [{ Variable: '$.membership.lacksOne', BooleanEquals: true, Next: 'Grants' }],
      Default: 'Has',
    },
    ListAssignments: admin(
      'listAccountAssignmentsForPrincipal',
      {
        'PrincipalId.$': '$.user.UserId',
        PrincipalType: 'USER',
        Filter: { 'AccountId.$': '$.target.AccountId' },
        MaxResults: 100,
      },
      { ResultPath: '$.assigned', Next: 'SoughtAssignment' },
    ),
    SoughtAssignment: {
      Type: 'Pass',
      Parameters: {
        'AccountId.$': '$.target.AccountId',
        'PermissionSetArn.$': '$.target.PermissionSet.Arn',
        'PrincipalId.$': '$.user.UserId',
        PrincipalType: 'USER',
      },
      ResultPath: '$.sought',
      Next: 'CompareAssignments',
    },
    CompareAssignments: {
      Type: 'Pass',
      Parameters: { 'isThere.$': 'States.ArrayContains($.assigned.AccountAssignments, $.sought)' },
      ResultPath: '$.compared',
      Next: 'IsThere',
    },
    IsThere: {
      Type: 'Choice',
      Choices: [{ Variable: '$.compared.isThere', BooleanEquals: true, Next: 'Has' }],
      Default: 'Grants',
    },
  },
});
