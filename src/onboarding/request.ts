/** What somebody asked for: the input of the state machine `onboarding`, fixed from the moment it is submitted. */
export type OnboardingRequest = {
  /** The view's id: submitting the same form twice names the same execution. */
  requestId: string;
  requestedAt: string;
  requestedBy: { slackUserId: string; email: string; name: string; locale: string };
  profile: {
    id: string;
    name: string;
    description: string;
    method: 'iam-user';
    groups: string[];
    policyArns: string[];
  };
  account: { id: string; name: string; isManagement: boolean };
  people: { slackUserIds: string[]; typed: TypedPerson[] };
  reason: string;
  /** The time to decide is in two halves: between them the approvers are reminded. */
  approval: { channel: string; expiresAt: string; remindAfterSeconds: number; expireAfterReminderSeconds: number };
};

/** Somebody who was typed in, not picked: perhaps not a member of the Slack workspace. */
export type TypedPerson = { email: string; userName?: string };

/** Somebody who will get a user: travels whole through provisioning, so that nothing has to be joined afterwards. */
export type Person = {
  userName: string;
  displayName: string;
  locale: string;
  slackUserId?: string;
  email?: string;
  /** Who may fetch the password: the Slack id, or the SHA-256 of the lower-cased e-mail. Becomes the tag `onboarding:claimant`. */
  claimant: string;
};

export type SetAsideReason =
  | 'unknown-in-slack'
  | 'deactivated'
  | 'bot'
  | 'guest'
  | 'other-workspace'
  | 'no-email'
  | 'email-domain'
  | 'user-name-invalid'
  | 'user-name-taken'
  | 'named-twice';

/** Named in the request, but not onboarded. `who` is a Slack id or, with an @ in it, an e-mail address. */
export type SetAside = { who: string; reason: SetAsideReason };

/** What the task `resolve` finds. `involved`: every Slack id and mailbox that takes part, so none of them may approve. */
export type Resolved = { users: Person[]; setAside: SetAside[]; involved: string[] };

/** What the state machine's Catch leaves behind. */
export type Trouble = { Error: string; Cause: string };

export type Inspection =
  | {
      signIn: { LoginURL: string; Alias?: string };
      users: { UserName: string; Exists: boolean }[];
      groups: { GroupName: string; Exists: boolean }[];
    }
  | Trouble;

/** `email` is the mailbox, as in `involved`. */
export type Decider = { slackUserId: string; email: string; name: string };

/** `request` is the execution that the decision was judged for; the state machine refuses it for any other. */
export type Decision =
  | { outcome: 'approved'; request: string; by: Decider; at: string; claimUntil: string }
  | { outcome: 'denied'; request: string; by: Decider; at: string; reason: string }
  | { outcome: 'withdrawn'; request: string; by: Decider; at: string }
  | { outcome: 'expired' };

/** A person after provisioning: created and told, created but not told, or not created. */
export type Result = Person &
  Partial<Trouble> & { LoginURL?: string; delivered?: { via: 'slack' | 'mail' }; undelivered?: Trouble };

/** `listed`: whether what became of these people was told in the request's thread. */
export type Batch = { people: Result[]; trouble?: Trouble; listed?: { inThread: boolean } };

/** A message that the bot posted. */
export type Posted = { channel: string; ts: string };

/** The state of an execution of `onboarding` as its tasks are given it. */
export type OnboardingState = OnboardingRequest & {
  resolved?: Resolved;
  inspection?: Inspection;
  /** Where the request stands in the approvals channel, and where the requester was told of it. */
  message?: Posted;
  followed?: Posted;
  /** There when half of the time to decide is over. */
  halfTime?: Trouble;
  decision?: Decision;
  trouble?: Trouble;
  outcomes?: Batch[];
};

/** What the task `deliver` is given: one person who was created, and what their message tells. */
export type DeliverInput = {
  person: Person & { LoginURL: string };
  requestId: string;
  requestedBy: OnboardingRequest['requestedBy'];
  account: OnboardingRequest['account'];
  decision: Extract<Decision, { outcome: 'approved' }>;
};

/** What the task `progress` is given after each batch. */
export type ProgressInput = Pick<OnboardingRequest, 'requestId' | 'requestedBy' | 'profile' | 'account' | 'reason'> & {
  message: Posted;
  decision: Extract<Decision, { outcome: 'approved' }>;
  /** How many people the request creates, how many a batch takes, and which batch this was, from 0. */
  total: number;
  size: number;
  index: number;
  people: Result[];
  trouble?: Trouble;
};
