import type { Journal } from '../../journal.ts';
import { type Outcome, readOutcome } from '../../onboarding/outcome.ts';
import type { OnboardingState } from '../../onboarding/request.ts';
import type { ShowEnd } from '../show-end.ts';
import type { Task } from '../task.ts';
import { tellEnd } from '../tell-end.ts';

type Parts = { showEnd: ShowEnd; journal: Journal };

/** Ends a request: the message in the channel, a new message to the requester, a line in the audit log. */
export function report({ showEnd, journal }: Parts): Task {
  return async (state, context) => {
    // Told last: until Slack takes the messages, this is tried again and again.
    await showEnd(state, context);
    tellEnd(context.executionName, state, journal);
    return summaryOf(state, readOutcome(state));
  };
}

/** The output of the execution: an outcome per person, no secrets. */
function summaryOf({ requestId, requestedBy, account, profile, decision }: OnboardingState, outcome: Outcome) {
  return {
    requestId,
    requestedBy: requestedBy.slackUserId,
    account: account.id,
    profile: profile.id,
    outcome: outcome.kind,
    ...(decision && 'by' in decision && { decidedBy: decision.by.slackUserId, decidedAt: decision.at }),
    ...(outcome.kind === 'failed' && { error: outcome.trouble.Error }),
    people:
      outcome.kind === 'boarded'
        ? outcome.people.map(({ person: { userName }, status, ...rest }) => ({
            userName,
            status,
            ...('trouble' in rest && { error: rest.trouble.Error }),
          }))
        : [],
  };
}
