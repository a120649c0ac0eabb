import type { AnyBlock } from '@slack/types';
import type {
  AccountSlice,
  CenterUserSlice,
  ExecutionSlice,
  MailSlice,
  PersonSlice,
  Slices,
  UserSlice,
} from '../../../sandbox/page/slices.ts';

/** What the page knows, as a test wants it. */

export const person = (id: string, more: Partial<PersonSlice> = {}): PersonSlice => ({
  id,
  name: id,
  realName: id,
  email: `${id}@kumoworks.example`,
  locale: 'en-US',
  kind: 'member',
  isApprover: false,
  ...more,
});
export const robot = person('robot', { kind: 'bot' });
export const guest = person('guest', { kind: 'guest' });
export const aiko = person('aiko');
export const ken = person('ken', { isApprover: true });
export const maria = person('maria', { isApprover: true });
export const yuki = person('yuki');

export const slices = (more: Partial<Slices> = {}): Slices => ({
  world: {
    id: 'w',
    team: 'Kumoworks',
    slack: true,
    aws: true,
    commands: [],
    bot: { id: 'b', name: 'boarding-pass', isReadOnly: true },
    userGroups: [],
    channels: [],
    machines: [],
  },
  time: { ahead: 0, canBeMoved: true },
  people: [robot, guest, aiko, ken, maria, yuki],
  activity: [],
  me: as('aiko'),
  mails: [],
  identityCenter: { portalUrl: '', users: [], groups: [], assignments: [] },
  accounts: { total: 0, matching: 0, shown: [], used: [] },
  executions: [],
  ...more,
});

export const as = (id: string, callback_id?: string, blocks: AnyBlock[] = []): Slices['me'] => ({
  user: { id, name: id, realName: id, locale: 'en-US' },
  modals: callback_id
    ? [{ id: 'V1', callback_id, title: { type: 'plain_text', text: 'x' }, blocks, submit: null, close: null }]
    : [],
  channels: [],
  dms: [],
});

export const execution = (more: Partial<ExecutionSlice> = {}): ExecutionSlice => ({
  arn: 'onboarding:1',
  name: '1',
  machine: 'onboarding',
  status: 'RUNNING',
  startDate: '2026-01-01T00:00:00Z',
  about: { requestedBy: 'aiko' },
  states: { Announce: { entered: 1, exited: 1, failed: 0, caught: 0 } },
  ...more,
});
export const provisioning = execution({ arn: 'provision:1', machine: 'provision-iam-user', startedBy: 'onboarding:1' });

export const user = (userName: string, more: Partial<UserSlice> = {}): UserSlice => ({
  userName,
  path: '/onboarded/',
  createdAt: '2026-01-01T00:00:00Z',
  groups: [],
  policies: [],
  tags: { 'onboarding:claimant': userName, 'onboarding:request': 'V1' },
  ...more,
});
export const ownProfile = { createdAt: '2026-01-01T00:00:00Z', passwordResetRequired: false };
export const loginProfile = { createdAt: '2026-01-01T00:00:00Z', passwordResetRequired: true };
export const later = { createdAt: '2026-01-01T00:01:00Z', passwordResetRequired: true };
export const passwordLastUsed = '2026-01-01T00:00:00Z';
export const mfaDevices = ['arn:aws:iam::111122223333:mfa/phone'];
export const arrived = { loginProfile: ownProfile, passwordLastUsed, mfaDevices, mfaLastUsed: '2026-01-01T00:00:00Z' };

export const ofLaterRequest = { tags: { 'onboarding:claimant': 'yuki', 'onboarding:request': 'V2' } };

export const account = (...users: UserSlice[]) => accounts({ 'payments-dev': users });

/** Accounts in use, by name, and their users. */
export const accounts = (used: Record<string, UserSlice[]>): Pick<Slices, 'accounts'> => ({
  accounts: { total: 2, matching: 2, shown: [], used: Object.entries(used).map(accountOf) },
});

export const accountOf = ([name, users]: [string, UserSlice[]], at: number): AccountSlice => ({
  id: `11112222333${at}`,
  name,
  isActive: true,
  isManagement: false,
  unitPath: '',
  groups: [],
  passwordPolicy: [],
  users,
});

export const password = (of = ''): AnyBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: `*Account* ${of}` } },
  { type: 'rich_text', elements: [] },
];

/** A request for access at the portal that is over: `told` are the ids of those who have a message. */
export const atPortal = (...told: string[]): ExecutionSlice =>
  execution({
    status: 'SUCCEEDED',
    stopDate: '2026-01-01T00:02:00Z',
    about: { requestedBy: 'aiko', method: 'identity-center' },
    outcome: 'boarded',
    told: told.map((id) => ({ userName: `${id}@Kumoworks.example`, claimant: id })),
  });

/** Somebody whom the Identity Center has. */
export const centerUser = (id: string, more: Partial<CenterUserSlice> = {}): CenterUserSlice => ({
  id: `1234567890-${id}`,
  userName: `${id}@kumoworks.example`,
  displayName: id,
  email: `${id}@kumoworks.example`,
  createdAt: '2026-01-01T00:01:00Z',
  isDisabled: false,
  isFromDirectory: false,
  login: 'none',
  hasMfa: false,
  groups: [],
  ...more,
});

export const center = (...users: CenterUserSlice[]): Pick<Slices, 'identityCenter'> => ({
  identityCenter: { portalUrl: '', users, groups: [], assignments: [] },
});

export const codeFor = (id: string): MailSlice => ({
  id: '1',
  at: '2026-01-01T00:03:00Z',
  from: 'no-reply@login.awsapps.com',
  to: [`${id}@kumoworks.example`],
  replyTo: [],
  subject: 'Verification code for the AWS access portal',
});
