import type { Account, Profile } from '../../src/onboarding/profile.ts';
import type { OnboardingRequest } from '../../src/onboarding/request.ts';
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
  groups: ['Developers'],
  policyArns: ['arn:aws:iam::aws:policy/IAMUserChangePassword'],
  accounts: { ous: undefined, except: [] },
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
      groups: ['Developers'],
      policyArns: [],
    },
    account: { id: dev.id, name: dev.name, isManagement: false },
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
