import type { OnboardingState } from '../../contract/state.ts';
import { type Outcome, readOutcome } from '../../onboarding/outcome.ts';
import type { Journal } from '../../watch/journal.ts';
import { recordEnd } from '../effects/record-end.ts';
import type { ShowEnd } from '../effects/show-end.ts';
import type { Task } from '../task.ts';

type Parts = { showEnd: ShowEnd; journal: Journal };

/** Ends a request: the message in the channel, a new message to the requester, a line in the audit log. */
export function report({ showEnd, journal }: Parts): Task {
  return async (state, context) => {
    // Told last: until Slack takes the messages, this is tried again and again.
    await showEnd(state, context);
    recordEnd(context.executionName, state, journal);
    return summaryOf(state, readOutcome(state));
  };
}

/** The output of the execution: an outcome per person, no secrets. */
function summaryOf({ requestId, requestedBy, accounts, profile, decision }: OnboardingState, outcome: Outcome) {
  const error = errorOf(outcome);
  const aside = outcome.kind === 'boarded' ? outcome.aside : [];
  return {
    requestId,
    requestedBy: requestedBy.slackUserId,
    accounts: accounts.map(({ id }) => id),
    profile: profile.id,
    outcome: outcome.kind,
    ...(decision && 'by' in decision && { decidedBy: decision.by.slackUserId, decidedAt: decision.at }),
    ...(error !== undefined && { error }),
    ...(aside.length > 0 && {
      setAside: aside.map(({ person: { userName, claimant }, Why }) => ({ userName, claimant, error: Why })),
    }),
    people:
      outcome.kind === 'boarded'
        ? outcome.people.map(({ person: { userName, claimant }, status, made, pending, failures, ...rest }) => ({
            userName,
            claimant,
            status,
            made: made.map(({ AccountId }) => AccountId),
            ...(pending.length > 0 && {
              pending: pending.map(({ AccountId, requestId }) => ({ account: AccountId, requestId })),
            }),
            ...(failures.length > 0 && {
              failed: failures.map(({ place, trouble }) => ({ account: place.AccountId, error: trouble.Error })),
            }),
            ...('trouble' in rest && { error: rest.trouble.Error }),
          }))
        : [],
  };
}

/** Why the request ended as it did; also where a batch of it was held back for want of a notice, so that an alarm rings. */
function errorOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed') return outcome.trouble.Error;
  if (outcome.kind !== 'boarded') return undefined;
  const isHeldBack = outcome.people.some((each) => 'trouble' in each && each.trouble.Error === 'NotNotified');
  return isHeldBack ? 'NotNotified' : undefined;
}
