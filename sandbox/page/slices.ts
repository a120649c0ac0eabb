import type { ShownUser } from '../aws/iam/show-user.ts';
import type { SeenState } from '../slack/seen.ts';

/** What the page knows, in slices: each is sent whole when the page connects, and again whenever it has changed. */
export type Slices = {
  world: WorldSlice;
  time: TimeSlice;
  people: PersonSlice[];
  activity: ActivitySlice[];
  /** Slack as the current person sees it; the newest messages of each conversation. */
  me: SeenState;
  /** Newest last. */
  mails: MailSlice[];
  accounts: AccountsSlice;
  identityCenter: IdentityCenterSlice;
  /** Newest first. */
  executions: ExecutionSlice[];
};

export type TimeSlice = {
  /** Milliseconds by which the clock of the world is ahead of the machine's. */
  ahead: number;
  /** Not where half of the world is real. */
  canBeMoved: boolean;
};

export type WorldSlice = {
  /** Another one after the sandbox was started again. */
  id: string;
  team: string;
  /** The language that the sandbox was started in, if it was told one. */
  language?: 'en' | 'ja';
  /** The halves that run here: a half that is real has no slice to show. */
  slack: boolean;
  aws: boolean;
  commands: { command: string; description: string; usageHint: string }[];
  /** Who may not be written to has no composer in direct messages. */
  bot: { id: string; name: string; isReadOnly: boolean };
  userGroups: { id: string; handle: string; name: string }[];
  /** Who sees which; `*` among the members stands for the workspace's own people. */
  channels: { id: string; name: string; members: string[] }[];
  machines: MachineSlice[];
};

export type PersonSlice = {
  id: string;
  name: string;
  realName: string;
  email: string;
  locale: string;
  kind: 'member' | 'guest' | 'bot' | 'deactivated' | 'stranger';
  isApprover: boolean;
};

/**
 * Where something was said, when last, and how often: in a channel to all who see it, or to one person alone, as every
 * direct message is; and how often it mentioned whom, by themselves or in a group.
 */
export type ActivitySlice = {
  channel: string;
  onlyFor?: string;
  latest: string;
  count: number;
  mentions: Record<string, number>;
};

export type MachineSlice = { name: string; type: 'STANDARD' | 'EXPRESS'; definition: StatesSlice };

/** The part of an ASL definition that can be drawn. */
export type StatesSlice = {
  StartAt: string;
  States: Record<
    string,
    {
      Type: string;
      Next?: string;
      Default?: string;
      End?: boolean;
      Resource?: string;
      Choices?: { Next: string }[];
      Catch?: { Next: string }[];
      ItemProcessor?: StatesSlice;
    }
  >;
};

export type MailSlice = {
  id: string;
  at: string;
  from: string;
  to: string[];
  replyTo: string[];
  subject: string;
  text?: string;
  html?: string;
};

export type AccountsSlice = {
  /** How many the organization has; how many match the search; the first of those, with the ones in use in front. */
  total: number;
  matching: number;
  shown: AccountSlice[];
  /** Those in which boarding-pass made users, whatever is searched for. */
  used: AccountSlice[];
};

export type AccountSlice = {
  id: string;
  name: string;
  alias?: string;
  isActive: boolean;
  isManagement: boolean;
  unitPath: string;
  groups: string[];
  /** What its own policy demands, as `RequireSymbols` or `MinimumPasswordLength 32`; none where IAM's default holds. */
  passwordPolicy: string[];
  users: UserSlice[];
};

export type UserSlice = ShownUser;

/** IAM Identity Center as its administrators see it; never a password or a key. */
export type IdentityCenterSlice = {
  portalUrl: string;
  /** Where people come from a company's directory: who is in it, and has not been brought here yet. */
  directory?: { waiting: { userName: string; displayName: string }[] };
  /** Newest first, as the assignments. */
  users: CenterUserSlice[];
  groups: { id: string; name: string; members: string[]; isFromDirectory: boolean }[];
  assignments: AssignmentSlice[];
};

export type CenterUserSlice = {
  id: string;
  userName: string;
  displayName: string;
  email?: string;
  createdAt: string;
  isDisabled: boolean;
  /** Comes from a company directory. */
  isFromDirectory: boolean;
  login: 'none' | 'temporary' | 'own';
  hasMfa: boolean;
  lastSignIn?: string;
  groups: string[];
};

export type AssignmentSlice = {
  key: string;
  account: { id: string; name: string };
  permissionSet: string;
  principal: string;
  isGroup: boolean;
  status: 'HELD' | 'ASSIGNING' | 'REMOVING' | 'FAILED';
  reason?: string;
};

export type RequestOutcome = 'boarded' | 'in-part' | 'denied' | 'withdrawn' | 'expired' | 'nobody' | 'failed';

export type ExecutionSlice = {
  arn: string;
  name: string;
  machine: string;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  startDate: string;
  stopDate?: string;
  error?: string;
  cause?: string;
  /** The ARN of the execution whose state started it. */
  startedBy?: string;
  /**
   * What it is about, from its input: the accounts by name, or else by id, none where groups alone are given; the way of giving
   * access, who asked, how many, and who of them is in Slack.
   */
  about?: { accounts?: string[]; method?: string; requestedBy?: string; people?: number; beneficiaries?: string[] };
  /** What a request came to: an execution that ended with a denial has succeeded, too. */
  outcome?: RequestOutcome;
  /** Who was told how to sign in, by the name of their user; `claimant` is their Slack id, or no id at all. */
  told?: { userName: string; claimant: string }[];
  /**
   * By name of the state, also of those inside a Map: how often it was entered, left, and failed for good. A failure
   * that its Catch took counts as failed and caught, and as left: (entered − exited − failed + caught) are in it now.
   */
  states: Record<string, { entered: number; exited: number; failed: number; caught: number }>;
};
