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
  /** Asynchronous operations at once: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html */
  outstanding: number;
  /** What more than that meets with: not documented; conflicts were seen (assignment-automation-4-aws-sso#8). */
  overQuota: 'ServiceQuotaExceededException' | 'ConflictException';
  /** Whether GetUserId and GetGroupId look at the case of letters: not documented. */
  exactLookups: boolean;
  /** What ListInstances says: of its only instance, or that there is none in this Region. */
  instance: 'ACTIVE' | 'CREATE_IN_PROGRESS' | 'DELETE_IN_PROGRESS' | 'none';
};

export const defaultSettings: CenterSettings = {
  assignmentMs: 20,
  suspendedMs: 200,
  sendsEmailOtp: true,
  users: 'create',
  outstanding: 15,
  overQuota: 'ServiceQuotaExceededException',
  exactLookups: false,
  instance: 'ACTIVE',
};

/** What happens to one of the next calls of CreateAccountAssignment or DeleteAccountAssignment. */
export type Planned =
  | { outcome: 'fails'; reason?: string }
  | { outcome: 'hangs' }
  | { outcome: 'conflicts' }
  | { outcome: 'throttles' };
