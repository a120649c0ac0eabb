import type { Trouble } from './request.ts';

/** What went wrong, as far as somebody can do something about it. */
export type TroubleKind =
  | 'account-unreachable'
  | 'not-permitted'
  | 'group-missing'
  | 'policy-missing'
  | 'user-exists'
  | 'half-made'
  | 'cannot-be-reached'
  | 'mail-rejected'
  | 'policy-changed'
  | 'self-approval'
  | 'not-this-request'
  | 'not-notified'
  | 'message-too-long'
  | 'message-gone'
  | 'ended-early'
  | 'broken-off'
  | 'other';

/** The error inside: a nested execution hands its own on as JSON in `Cause`. */
export function innermost(trouble: Trouble): Trouble {
  try {
    const { Error: name, Cause } = JSON.parse(trouble.Cause) as Partial<Trouble>;
    return typeof name === 'string' ? innermost({ Error: name, Cause: Cause ?? '' }) : trouble;
  } catch {
    return trouble;
  }
}

/**
 * Names are those of the state machines and tasks. Those of AWS are as Step Functions gives them; where a name alone is
 * not enough, AWS's sentence tells (an IAM access denial and a throttling are both `Iam.IamException`).
 */
export function kindOfTrouble(trouble: Trouble): TroubleKind {
  const { Error: name, Cause } = innermost(trouble);
  if (name === 'UserAlreadyExists') return 'user-exists';
  if (name === 'UndoFailed') return 'half-made';
  if (name === 'CannotBeReached') return 'cannot-be-reached';
  if (name === 'MailRejected') return 'mail-rejected';
  if (name === 'PolicyChanged') return 'policy-changed';
  if (name === 'SelfApproval') return 'self-approval';
  if (name === 'NotThisRequest') return 'not-this-request';
  if (name === 'NotNotified') return 'not-notified';
  if (name === 'MessageTooLong') return 'message-too-long';
  if (name === 'MessageGone') return 'message-gone';
  if (name === 'EndedEarly') return 'ended-early';
  if (name === 'BrokenOff') return 'broken-off';
  if (/sts:AssumeRole|cannot be assumed/i.test(Cause)) return 'account-unreachable';
  if (/is not authorized to perform/i.test(Cause)) return 'not-permitted';
  if (/NoSuchEntity/.test(name) && /\bgroup\b/i.test(Cause)) return 'group-missing';
  if (/NoSuchEntity/.test(name) && /\bpolicy\b/i.test(Cause)) return 'policy-missing';
  return 'other';
}
