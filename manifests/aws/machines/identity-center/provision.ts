import type { FirstSignIn } from '../../../../src/contract/access.ts';
import { forEach, type Machine, type State } from '../asl.ts';
import { isProfileOf, readApproved } from '../profile.ts';
import { checkApprover } from './approver.ts';
import { settings, withSettings } from './calls.ts';
import { calls, provisionPerson } from './person.ts';
import { GRANTS, SETTINGS } from './published.ts';

/** How somebody signs in who is there already. */
const signInAgain = (Result: FirstSignIn, Next: string): State => ({
  Type: 'Pass',
  Result,
  ResultPath: '$.signInAsBefore',
  Next,
});

/** Nothing speaks against giving, so far. */
const mayBeGiven = (Next: string): State => ({ Type: 'Pass', Result: {}, ResultPath: '$.refusal', Next });

export const provisionIdentityCenter: Machine = {
  Comment:
    'Makes users, lets them into groups and assigns permission sets, as inspect-identity-center has found it. What one person lacks in one account is an entry in their outcomes and stops nobody else; a user is taken back only where nothing at all was achieved for them, and nothing that was there before is touched.',
  StartAt: 'ReadProfile',
  States: {
    ...readApproved(isProfileOf('identity-center', GRANTS, SETTINGS), 'of Identity Center', 'TakeSettings'),
    TakeSettings: {
      Type: 'Pass',
      InputPath: '$.profile.Object.settings',
      ResultPath: '$.settings',
      Next: 'IsOfCompany',
    },
    IsOfCompany: {
      Type: 'Choice',
      Choices: [{ Variable: settings('users'), StringEquals: 'existing', Next: 'AtCompany' }],
      Default: 'AsBefore',
    },
    AtCompany: signInAgain('company-account', 'MayBeGivenAtCompany'),
    AsBefore: signInAgain('as-before', 'MayBeGiven'),
    MayBeGivenAtCompany: mayBeGiven('FindApproverByMail'),
    MayBeGiven: mayBeGiven('FindApprover'),
    ...checkApprover(calls, 'ProvisionPeople'),
    ProvisionPeople: forEach(
      '$.Users',
      4,
      {
        ...withSettings,
        'person.$': '$$.Map.Item.Value',
        'inspected.$': 'States.ArrayGetItem($.Inspected, $$.Map.Item.Index)',
        'absent.$': 'States.ArrayGetItem($.Absent, $$.Map.Item.Index)',
        'targets.$': '$.Targets',
        'signInAsBefore.$': '$.signInAsBefore',
        who: { user: { UserId: '' }, person: {} },
        before: { hadAccess: true },
        'refusal.$': '$.refusal',
      },
      provisionPerson,
      { ResultPath: '$.Results', Next: 'Provisioned' },
    ),
    Provisioned: { Type: 'Pass', Parameters: { 'Results.$': '$.Results' }, End: true },
  },
};
