import type { Journal } from '../journal.ts';
import { type PersonOutcome, readOutcome } from '../onboarding/outcome.ts';
import type { OnboardingState } from '../onboarding/request.ts';
import { innermost } from '../onboarding/trouble.ts';

/**
 * Tells the journal how a request ended, and of each person for whom something went wrong. That the others were created and
 * told is known, and told, when it happens: in the task `deliver`.
 * @param request the execution's name, which nobody but Step Functions says
 */
export function tellEnd(request: string, state: OnboardingState, journal: Journal): void {
  const { requestedBy, account, profile, resolved, decision } = state;
  const outcome = readOutcome(state);
  if (outcome.kind === 'expired') journal.tell({ event: 'decided', request, outcome: 'expired', by: undefined });
  if (outcome.kind === 'boarded')
    for (const person of outcome.people) tellTrouble(request, account.id, person, journal);
  journal.tell({
    event: 'ended',
    request,
    requester: requestedBy.slackUserId,
    account: account.id,
    profile: profile.id,
    outcome: outcome.kind,
    people: resolved?.users.length ?? 0,
    told: outcome.kind === 'boarded' ? outcome.told : 0,
    decidedBy: decision && 'by' in decision ? decision.by.slackUserId : undefined,
    error: outcome.kind === 'failed' ? innermost(outcome.trouble).Error : undefined,
  });
}

function tellTrouble(request: string, account: string, outcome: PersonOutcome, journal: Journal): void {
  if (outcome.status === 'told') return;
  const { status, person, trouble } = outcome;
  const about = { request, account, userName: person.userName, error: innermost(trouble).Error };
  if (status === 'not-created') journal.tell({ event: 'not-created', ...about });
  else if (status === 'unknown') journal.tell({ event: 'maybe-created', ...about });
  else journal.tell({ event: 'not-delivered', ...about, via: person.slackUserId === undefined ? 'mail' : 'slack' });
}
