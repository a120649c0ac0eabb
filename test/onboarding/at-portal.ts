import type { Effect } from '../../src/contract/access.ts';
import {
  type AccountOutcome,
  type FirstSignIn,
  GROUPS,
  type Inspection,
  type Target,
} from '../../src/contract/access.ts';
import type { Person } from '../../src/contract/people.ts';
import type { AccountRef, OnboardingRequest } from '../../src/contract/request.ts';
import type { DeliverInput } from '../../src/contract/tasks.ts';
import { approved, dev, requestOf, samAsPerson } from './examples.ts';

/** Requests for access at the AWS access portal: more of what examples.ts has. */

export const portalUrl = 'https://acme.awsapps.com/start';
export const prod: AccountRef = { id: '222222222222', name: 'prod', isManagement: false };
export const both: AccountRef[] = [{ id: dev.id, name: dev.name, isManagement: false }, prod];

export const sam: Person = { ...samAsPerson, givenName: 'Sam', familyName: 'Lee' };

/** A permission set as inspection finds it. */
export const setOf = (Name: string, more: object = {}) => ({
  Arn: `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${Name.padEnd(16, '0').slice(0, 16)}`,
  Name,
  Session: 'PT4H',
  Managed: ['PowerUserAccess'],
  CustomerManaged: [],
  HasInline: false,
  HasBoundary: false,
  Administers: false,
  ...more,
});

export const grants = {
  groups: [{ Name: 'Engineering', Opens: ['333333333333'] }],
  permissionSets: [setOf('Developer')],
  sensitive: false,
};

export const portalRequest = (accounts: AccountRef[] = both): OnboardingRequest => ({
  ...requestOf(),
  profile: { id: 'cloud', name: 'Cloud', description: 'Builds and deploys', method: 'identity-center' },
  accounts,
});

/** An account as a permission set, or membership of groups. */
export const targetOf = (AccountId: string, set?: string): Target => ({
  AccountId,
  ...(set !== undefined && { PermissionSet: { Name: set, Arn: setOf(set).Arn } }),
  SignIn: { LoginURL: portalUrl },
  Problem: undefined,
  Checked: [],
});
export const groupsTarget = targetOf(GROUPS);

/** What was found: for each person one effect for each target, in their order; of a refusal, why. */
export function inspectionAt(
  targets: Target[],
  people: ({ person: Person; effects: string[]; found?: { UserName: string; FromDirectory?: boolean } } & Pick<
    Inspection['Users'][number],
    'Why' | 'OtherMail'
  >)[],
  given: Inspection['Profile']['Grants'] = grants,
): Inspection {
  return {
    Profile: { Grants: given, Version: '"v1"', Approvers: { ids: [], emails: [], groups: ['S0PLATFORM'] } },
    Targets: targets,
    Users: people.map(({ person, effects, found, ...more }) => ({
      UserName: person.userName,
      ...more,
      Effects: targets.map(({ AccountId }, i) => effectOf(AccountId, effects[i] ?? 'Failed')),
      ...(found && { Found: { UserId: 'u-1', ...found } }),
    })),
  };
}

const effectOf = (AccountId: string, what: string): Effect =>
  what === 'create' || what === 'grant' || what === 'has'
    ? { AccountId, Effect: what }
    : { AccountId, Effect: 'refuse', Why: what };

/** What became of somebody in an account as a permission set; without one, in an account or in the groups. */
export const outcomeOf = (
  Status: AccountOutcome['Status'],
  AccountId: string,
  PermissionSet?: string,
  more: Partial<AccountOutcome> = {},
): AccountOutcome => ({
  AccountId,
  ...(PermissionSet !== undefined && { PermissionSet }),
  Status,
  FirstSignIn: 'portal-code',
  ...(Status !== 'failed' && { SignIn: { LoginURL: portalUrl } }),
  ...more,
});

/** What the task `deliver` is given for somebody. */
export function deliverInput(
  outcomes: AccountOutcome[],
  { firstSignIn = 'portal-code', person = sam }: { firstSignIn?: FirstSignIn; person?: Person } = {},
): DeliverInput {
  const { requestId, requestedBy, accounts, profile } = portalRequest();
  return {
    requestId,
    requestedBy: { ...requestedBy, name: 'Aiko Tanaka' },
    accounts,
    profile,
    grants,
    decision: approved,
    person: { ...person, Outcomes: outcomes.map((outcome) => ({ ...outcome, FirstSignIn: firstSignIn })) },
  };
}
