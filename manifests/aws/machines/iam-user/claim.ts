import { arn, type Template } from '../asl.ts';

/** The limit of whatever is attached to a user, in the account `$.AccountId`: see manifests/aws/member-account.yaml. */
export const boundary = `States.Format('${arn('iam::{}:policy/boarding-pass-boundary')}', $.AccountId)`;

/** Whose the user is, who wanted that, and until when a password can be fetched. */
export const claimTags: Template[] = [
  { Key: 'onboarding:request', 'Value.$': '$.RequestId' },
  { Key: 'onboarding:requested-by', 'Value.$': '$.RequestedBy' },
  { Key: 'onboarding:approved-by', 'Value.$': '$.ApprovedBy' },
  { Key: 'onboarding:claimant', 'Value.$': '$.person.claimant' },
  { Key: 'onboarding:mailbox', 'Value.$': '$.person.mailbox' },
  { Key: 'onboarding:claim-until', 'Value.$': '$.ClaimUntil' },
  { Key: 'onboarding:claim', Value: 'open' },
];
