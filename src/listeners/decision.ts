import type { DecisionRef } from '../contract/buttons.ts';
import type { Decider } from '../contract/decision.ts';
import type { OnboardingRequest } from '../contract/request.ts';
import type { Words } from '../messages/words/words-for.ts';
import { mailboxOf } from '../onboarding/email.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { Decided, Verdict } from '../workflow/decide.ts';
import type { Click } from './click.ts';
import type { Services } from './services.ts';

/** Whether somebody may decide on a request: as whom, or the sentence that says why not. */
export type Judgement =
  | { request: string; asked: OnboardingRequest; by: Decider; profile: Profile; approvable: boolean }
  | { refusal: (words: Words) => string };

export type Decisions = ReturnType<typeof createDecisions>;

/** Who may decide, and what becomes of what they decide. */
export function createDecisions({
  workflow,
  permissions,
  journal,
}: Pick<Services, 'workflow' | 'permissions' | 'journal'>) {
  /** Judges by the input of the execution, never by the Slack message that was clicked. */
  async function judge(clickerId: string, { execution }: DecisionRef): Promise<Judgement> {
    const request = await workflow.findRequest(execution);
    if (!request) return { refusal: (words) => words.noSuchRequest };
    const judgement = await permissions.judge(clickerId, request);
    if (judgement.refusal === undefined) {
      const { id, email, name } = judgement.clicker;
      const { profile, approvable } = judgement;
      const by = { slackUserId: id, email: mailboxOf(email), name };
      return { request: execution, asked: request, by, profile, approvable };
    }
    const { refusal: rule } = judgement;
    journal.record({ event: 'refused', request: execution, tried: 'decide', by: clickerId, rule });
    return { refusal: (words) => (rule === 'profile-gone' ? words.profileGone : words.refusal[rule]) };
  }

  /** Decides a request. @throws when it is not known whether this decision counts */
  async function decide({ token }: DecisionRef, decision: Decided): Promise<Verdict> {
    const verdict = await workflow.decide(token, decision);
    const { request, outcome, by } = decision;
    if (verdict === 'counts') journal.record({ event: 'decided', request, outcome, by: by.slackUserId });
    return verdict;
  }

  /** Decides a request, and tells who clicked when neither this click of theirs nor an earlier one counts. */
  async function settle(decision: Decided, { ref, whisper, log, isFirst }: Click): Promise<void> {
    const verdict = await decide(ref, decision).catch((err: unknown) => {
      log.error({ err }, 'a decision was not answered');
      return undefined;
    });
    if (verdict === undefined) await whisper((words) => words.unclear);
    if (verdict === 'too-late' || (verdict === 'counted-before' && !isFirst))
      await whisper((words) => words.alreadyDecided);
  }

  return { judge, decide, settle };
}
