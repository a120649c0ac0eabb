import type { Inspection, Result } from '../../src/contract/access.ts';
import type { Approval } from '../../src/contract/decision.ts';
import type { Person } from '../../src/contract/people.ts';
import type { OnboardingRequest } from '../../src/contract/request.ts';
import type { Account, Profile } from '../../src/onboarding/profile.ts';
import type { SlackPerson } from '../../src/onboarding/slack-person.ts';

export const aiko: SlackPerson = {
  id: 'U0AIKO',
  name: 'Aiko',
  email: 'aiko@example.com',
  locale: 'en-US',
  kind: 'member',
};
export const ken: SlackPerson = { id: 'U0KEN', name: 'Ken', email: 'ken@example.com', locale: 'en-US', kind: 'member' };
export const yuki: SlackPerson = {
  id: 'U0YUKI',
  name: '由紀',
  email: 'yuki@example.com',
  locale: 'ja-JP',
  kind: 'member',
};

export const developer: Profile = {
  id: 'developer',
  name: 'Developer',
  description: 'Read-only console',
  method: 'iam-user',
  grants: { groups: ['Developers'], policyArns: ['arn:aws:iam::aws:policy/IAMUserChangePassword'] },
  settings: {},
  accounts: { only: undefined, ous: undefined, except: [] },
  requesters: undefined,
  approvers: ['S0PLATFORM'],
  userName: '{email}',
  emailDomains: ['partner.example'],
  guests: 'refuse',
  claimWithinSeconds: 604_800,
};

export const dev: Account = {
  id: '111122223333',
  name: 'dev',
  email: 'aws+dev@example.com',
  isActive: true,
  isManagement: false,
  unitIds: ['r-root', 'ou-root-products'],
  unitPath: 'Products',
};

export function requestOf(people: Partial<OnboardingRequest['people']> = {}): OnboardingRequest {
  return {
    requestId: 'V1',
    requestedAt: '2026-11-22T04:06:00Z',
    requestedBy: { slackUserId: aiko.id, email: aiko.email, name: aiko.name, locale: aiko.locale },
    profile: {
      id: 'developer',
      name: 'Developer',
      description: 'Read-only console',
      method: 'iam-user',
    },
    accounts: [{ id: dev.id, name: dev.name, isManagement: false }],
    people: { slackUserIds: [yuki.id], typed: [{ email: 'Sam@Partner.example' }], ...people },
    reason: 'joins the team',
    approval: {
      channel: 'C0APPROVE',
      expiresAt: '2026-11-25T04:06:00Z',
      remindAfterSeconds: 129_600,
      expireAfterReminderSeconds: 129_600,
    },
  };
}

export const approved: Approval = {
  outcome: 'approved',
  request: 'V1',
  by: { slackUserId: 'U0KEN', email: 'ken@example.com', name: 'Ken' },
  at: '2026-11-22T00:00:00Z',
  claimUntil: '2026-11-29T00:00:00Z',
  version: '"v1"',
};

export const samAsPerson: Person = {
  userName: 'sam',
  displayName: 'sam@partner.example',
  locale: 'en-US',
  email: 'sam@partner.example',
  claimant: 'hash of sam@partner.example',
  mailbox: 'hash of sam@partner.example',
};

export const signIn = { LoginURL: 'https://dev.signin.aws.amazon.com/console' };

/** A person who has a user in these accounts. */
export const created = (person: Person, ids: string[] = [dev.id]): Result => ({
  ...person,
  Outcomes: ids.map((AccountId) => ({
    AccountId,
    Status: 'done',
    FirstSignIn: 'temporary-password',
    SignIn: signIn,
    User: { UserId: `AIDA${AccountId}` },
  })),
});

/** A person who got none in these accounts. */
export const failed = (person: Person, error: string, ids: string[] = [dev.id]): Result => ({
  ...person,
  Outcomes: ids.map((AccountId) => ({ AccountId, Status: 'failed', FirstSignIn: 'as-before', Error: error })),
});

/** An inspection that found nothing in the way of these people, in these accounts. */
export function inspectionOf(people: Person[], ids: string[] = [dev.id]): Inspection {
  return {
    Profile: {
      Grants: { groups: ['Developers'], policyArns: [] },
      Version: '"v1"',
      Approvers: { ids: [], emails: [], groups: ['S0PLATFORM'] },
    },
    Targets: ids.map((AccountId) => ({ AccountId, SignIn: signIn, Problem: undefined, Checked: [] })),
    Users: people.map(({ userName }) => ({
      UserName: userName,
      Effects: ids.map((AccountId) => ({ AccountId, Effect: 'create' })),
    })),
  };
}
