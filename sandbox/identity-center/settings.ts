/** How the Identity Center behaves; tests may change all of it while it runs. */
export type CenterSettings = {
  /** Milliseconds until an assignment or its end is done. */
  assignmentMs: number;
  /** The same for an account that is not active, which fails then: minutes on AWS, aws-sso-util#80. */
  suspendedMs: number;
  /** "Send email OTP": https://docs.aws.amazon.com/singlesignon/latest/userguide/userswithoutpwd.html */
  sendsEmailOtp: boolean;
  /** Where people come from: made here, or from a company directory by SCIM. */
  users: 'create' | 'existing';
  /** Whether the account in which boarding-pass has its roles administers Identity Center for the management account. */
  isDelegated: boolean;
  /** Asynchronous operations at once: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html */
  outstanding: number;
  /** What more than that meets with: not documented; conflicts were seen (assignment-automation-4-aws-sso#8). */
  overQuota: 'ServiceQuotaExceededException' | 'ConflictException';
  /** Whether GetUserId and GetGroupId look at the case of letters: not documented. */
  exactLookups: boolean;
  /** What ListInstances says: of its only instance, or that there is none in this Region. */
  instance: 'ACTIVE' | 'CREATE_IN_PROGRESS' | 'DELETE_IN_PROGRESS' | 'none';
  /** How long what a terminal is given lasts. */
  lifetimes: Lifetimes;
};

/** In seconds. */
export type Lifetimes = {
  /** Of a terminal that registered: AWS says no number; 90 days were seen. */
  client: number;
  /** Of a device code, and of a link of the other way: ten minutes, botocore's SSOTokenFetcher. */
  deviceCode: number;
  /** How long a terminal waits between two questions. */
  poll: number;
  /** Of an access token, where it can be refreshed: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html says hourly. */
  accessToken: number;
  /** As long as somebody is signed in: https://docs.aws.amazon.com/singlesignon/latest/userguide/configure-user-session.html */
  signIn: number;
};

export const defaultSettings: CenterSettings = {
  assignmentMs: 20,
  suspendedMs: 200,
  sendsEmailOtp: true,
  users: 'create',
  isDelegated: true,
  outstanding: 15,
  overQuota: 'ServiceQuotaExceededException',
  exactLookups: false,
  instance: 'ACTIVE',
  lifetimes: { client: 90 * 86_400, deviceCode: 600, poll: 1, accessToken: 3_600, signIn: 8 * 3_600 },
};

/** What happens to one of the next calls of CreateAccountAssignment or DeleteAccountAssignment. */
export type Planned =
  | { outcome: 'fails'; reason?: string }
  | { outcome: 'hangs' }
  | { outcome: 'conflicts' }
  | { outcome: 'throttles' };
