import type { OnboardingRequest } from '../contract/request.ts';
import { mailboxOf } from './email.ts';
import { isAmong, type Membership } from './membership.ts';
import type { SlackPerson } from './slack-person.ts';

export type Refusal =
  | Exclude<SlackPerson['kind'], 'member'>
  | 'no-email'
  | 'not-approver'
  | 'requester'
  | 'beneficiary';

/** May this person withdraw this request? Only who sent it. */
export function mayWithdraw(clickerId: string, { requestedBy }: OnboardingRequest): boolean {
  return requestedBy.slackUserId === clickerId;
}

/**
 * May this person approve or deny this request? `undefined` when they may, else why not.
 *
 * An approver is a full member named in the policy, and neither the requester nor any of the people being onboarded, by
 * Slack id and by e-mail. The state machine refuses once more, against what `resolve` found.
 */
export function refusalToDecide(
  clicker: SlackPerson,
  request: OnboardingRequest,
  approvers: Membership,
): Refusal | undefined {
  if (clicker.kind !== 'member') return clicker.kind;
  // Without an e-mail it cannot be told whether the clicker is one of the people who were typed in.
  if (clicker.email === '') return 'no-email';
  if (!isAmong(clicker, approvers)) return 'not-approver';

  const { requestedBy, people } = request;
  const hasEmail = (email: string) => mailboxOf(email) === mailboxOf(clicker.email);
  if (requestedBy.slackUserId === clicker.id || hasEmail(requestedBy.email)) return 'requester';
  if (people.slackUserIds.includes(clicker.id) || people.typed.some(({ email }) => hasEmail(email)))
    return 'beneficiary';
  return undefined;
}
