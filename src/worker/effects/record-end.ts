import type { OnboardingState } from '../../contract/state.ts';
import { asideOf } from '../../onboarding/effects.ts';
import { isUncertain, type PersonOutcome, readOutcome } from '../../onboarding/outcome.ts';
import type { Journal } from '../../watch/journal.ts';

/**
 * Tells the journal how a request ended, and of each person for whom something went wrong. That the others were created and
 * told is known, and told, when it happens: in the task `deliver`.
 * @param request the execution's name, which nobody but Step Functions says
 */
export function recordEnd(request: string, state: OnboardingState, journal: Journal): void {
  const { requestedBy, accounts, profile, resolved, decision } = state;
  const ids = accounts.map(({ id }) => id);
  const outcome = readOutcome(state);
  for (const { person, Why } of asideOf(state))
    journal.record({ event: 'set-aside', request, userName: person.userName, error: Why });
  if (outcome.kind === 'expired') journal.record({ event: 'decided', request, outcome: 'expired', by: undefined });
  if (outcome.kind === 'boarded') for (const person of outcome.people) recordTrouble(request, ids, person, journal);
  journal.record({
    event: 'ended',
    request,
    requester: requestedBy.slackUserId,
    accounts: ids,
    profile: profile.id,
    outcome: outcome.kind,
    people: (resolved?.users.length ?? 0) - asideOf(state).length,
    told: outcome.kind === 'boarded' ? outcome.told : 0,
    decidedBy: decision && 'by' in decision ? decision.by.slackUserId : undefined,
    error: outcome.kind === 'failed' ? outcome.trouble.Error : undefined,
  });
}

function recordTrouble(request: string, accounts: string[], outcome: PersonOutcome, journal: Journal): void {
  const { status, person, made, pending, failures } = outcome;
  const { userName } = person;
  for (const { AccountId: account, requestId } of pending)
    journal.record({ event: 'pending', request, account, userName, awsRequest: requestId });
  for (const { place, trouble } of failures)
    journal.record({
      event: isUncertain(trouble) ? 'maybe-created' : 'not-created',
      request,
      account: place.AccountId,
      userName,
      error: trouble.Error,
    });
  if (outcome.status === 'told' || outcome.status === 'had') return;
  if (outcome.status !== 'created-not-told' && failures.length > 0) return;
  const error = outcome.trouble.Error;
  const via = person.slackUserId === undefined ? 'mail' : 'slack';
  if (status === 'created-not-told')
    journal.record({
      event: 'not-delivered',
      request,
      accounts: made.map(({ AccountId }) => AccountId),
      userName,
      via,
      error,
    });
  // The whole batch broke off: nothing is known of any account by itself.
  else
    for (const account of accounts)
      journal.record({
        event: status === 'unknown' ? 'maybe-created' : 'not-created',
        request,
        account,
        userName,
        error,
      });
}
