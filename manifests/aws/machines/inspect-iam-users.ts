import { caught, forEach, type Machine } from './asl.ts';
import { inMember } from './calls.ts';
import { findSignIn } from './sign-in.ts';

const iam = inMember('inspect-iam-users');

export const inspectIamUsers: Machine = {
  Comment:
    'What is there before anybody is asked to approve: the sign-in address, which users exist already, which groups do.',
  StartAt: 'ListAccountAliases',
  States: {
    ...findSignIn(iam, 'InspectUsers'),
    InspectUsers: forEach(
      '$.UserNames',
      5,
      { 'AccountId.$': '$.AccountId', 'UserName.$': '$$.Map.Item.Value' },
      {
        StartAt: 'GetUser',
        States: {
          GetUser: iam(
            'getUser',
            { 'UserName.$': '$.UserName' },
            {
              Catch: [caught(['Iam.NoSuchEntityException'], 'NoSuchUser', '$.error')],
              ResultPath: null,
              Next: 'UserExists',
            },
          ),
          UserExists: {
            Type: 'Pass',
            Comment: "Named as it was asked for: IAM's own spelling may differ in case.",
            Parameters: { 'UserName.$': '$.UserName', Exists: true },
            End: true,
          },
          NoSuchUser: { Type: 'Pass', Parameters: { 'UserName.$': '$.UserName', Exists: false }, End: true },
        },
      },
      { ResultPath: '$.Users', Next: 'InspectGroups' },
    ),
    InspectGroups: forEach(
      '$.Groups',
      5,
      { 'AccountId.$': '$.AccountId', 'GroupName.$': '$$.Map.Item.Value' },
      {
        StartAt: 'GetGroup',
        States: {
          GetGroup: iam(
            'getGroup',
            { 'GroupName.$': '$.GroupName', MaxItems: 1 },
            {
              ResultSelector: { 'GroupName.$': '$.Group.GroupName', Exists: true },
              Catch: [caught(['Iam.NoSuchEntityException'], 'NoSuchGroup', '$.error')],
              End: true,
            },
          ),
          NoSuchGroup: { Type: 'Pass', Parameters: { 'GroupName.$': '$.GroupName', Exists: false }, End: true },
        },
      },
      { ResultPath: '$.GroupsFound', Next: 'Inspected' },
    ),
    Inspected: {
      Type: 'Pass',
      Parameters: { 'SignIn.$': '$.signIn', 'Users.$': '$.Users', 'Groups.$': '$.GroupsFound' },
      End: true,
    },
  },
};
