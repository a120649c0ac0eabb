/** What a task of the bot fails with: the state machine's Retry and Catch tell them apart by these names. */
export const TASK_ERRORS = [
  /** Slack or SES asked to wait: worth another try later. */
  'RateLimited',
  /** No answer, or a server's fault: worth another try later. */
  'Unavailable',
  /** The person cannot get messages: no try will help. */
  'CannotBeReached',
  /** The message to edit was deleted. */
  'MessageGone',
  /** SES does not send to this address. */
  'MailRejected',
  /** SES does not send for us, whoever is to get it: it passes when the operator mends it. */
  'MailNotSent',
  /** The policy has the profile no more; to the machines, it is not the one any more that was approved. */
  'PolicyChanged',
  /** A request that cannot be shown to the approvers as a whole. */
  'MessageTooLong',
  /** Nobody has answered it for long, though it was begun again and again: worth a few more tries, which look whether it was done. */
  'Abandoned',
  'Failed',
] as const;

/** Those after which no other try would help. */
export const FINAL_TASK_ERRORS = [
  'CannotBeReached',
  'MessageGone',
  'MailRejected',
  'PolicyChanged',
  'MessageTooLong',
  'Failed',
] as const satisfies TaskErrorName[];

/** What the machines say went wrong, for a request, an account or a person. */
export const MACHINE_ERRORS = [
  /** No such profile was published. */
  'ProfileMissing',
  /** What was published is not JSON, or not a profile of this method. */
  'ProfileUnreadable',
  /** S3 did not hand it out. */
  'ProfileUnavailable',
  /** The request names a way of giving access that there is no machine for, or more accounts than a request may. */
  'NotARequest',
  /** The home account may not read the organization. */
  'OrganizationUnreadable',
  'AccountNotOffered',
  'AccountNotFound',
  'AccountNotActive',
  'AccountUnreachable',
  /** The machine's role in the account may not do this. */
  'NotPermitted',
  'GroupMissing',
  'PolicyMissing',
  'UserAlreadyExists',
  'PermissionSetMissing',
  /** A delegated administrator may not assign a permission set that the management account has, too. */
  'PermissionSetInManagementAccount',
  /** A delegated administrator may not assign anything in the management account. */
  'ManagementAccountClosed',
  /** The account where boarding-pass is, or the one where Identity Center is administered: nobody is let in there. */
  'AccountOfOurs',
  /** It gives an administrator's rights, and the profile does not say that it is meant to. */
  'PermissionSetAdministers',
  /** Its members come from the company's directory. */
  'GroupFromDirectory',
  /** The stack at home is in another Region than Identity Center. */
  'OtherRegion',
  'InstanceMissing',
  'InstanceNotActive',
  /** The instance has another identity store than the policy says. */
  'StoreMismatch',
  /** The machine's role where Identity Center is administered is not there, or does not trust the machine. */
  'DirectoryUnreachable',
  'DirectoryNotPermitted',
  /** The key with which Identity Center is encrypted refuses the machine's role. */
  'KeyRefused',
  /** Under the user name there is one user, under the mail address there is another. */
  'UserMismatch',
  'UserDisabled',
  /** People come from the company's directory, and this one has not come yet. */
  'UserMissing',
  /** Everybody in the request is set aside. */
  'NobodyLeft',
  'AssignmentFailed',
  /** AWS did not say whether it assigns the permission set. */
  'MayBeAssigned',
  /** The user was deleted between the approval and the giving. */
  'UserGone',
  /** They may have been let into some of the groups only, and could not be taken out again. */
  'GroupsLeft',
  /** Nothing could be given to a user made for it, and the user could not be deleted. */
  'InertUserLeft',
  /** The person's claim would be somebody else's. */
  'ClaimantMismatch',
  /** AWS did not say whether a user was made. */
  'UserMayExist',
  /** A step failed, and so did taking back what was made. */
  'UndoFailed',
  'NotThisRequest',
  'SelfApproval',
  'NotAnApprover',
  /** Whoever audits could not be told, so nothing was done. */
  'NotNotified',
] as const;

/** What the bot says of an execution that ended without its last step. */
export const END_ERRORS = ['EndedEarly', 'BrokenOff'] as const;

/** What the bot finds of somebody between the approval and the giving: the machine gives them nothing. */
export const ABSENCES = [
  /** They have left the Slack workspace. */
  'PersonGone',
  /** They have become a guest, where guests are given nothing. */
  'GuestNow',
] as const;

/** Why `issue-password` made none: its Fail states. */
export const ISSUE_REFUSALS = [
  'NotYours',
  'ClaimClosed',
  'AlreadySignedIn',
  'AlreadyShown',
  /** Another one was wished for at the same moment, and that one is made. */
  'Overtaken',
  'UserNotFound',
] as const;

/** Why `find-access` tells nothing: one answer, whatever the reason is. */
export const FIND_REFUSALS = ['NothingForYou'] as const;

export type TaskErrorName = (typeof TASK_ERRORS)[number];
export type MachineErrorName = (typeof MACHINE_ERRORS)[number];
export type AbsenceName = (typeof ABSENCES)[number];
export type IssueRefusal = (typeof ISSUE_REFUSALS)[number];
export type FindRefusal = (typeof FIND_REFUSALS)[number];

/** Every name of ours that a trouble can have. All others are AWS's, with a dot in them: `Iam.LimitExceededException`. */
export type TroubleName = TaskErrorName | MachineErrorName | (typeof END_ERRORS)[number] | AbsenceName;
export const TROUBLES: readonly TroubleName[] = [...TASK_ERRORS, ...MACHINE_ERRORS, ...END_ERRORS, ...ABSENCES];
