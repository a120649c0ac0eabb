import { type Words, wordsFor } from '../messages/words.ts';
import type { DecisionRef } from '../onboarding/button-value.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { Decider } from '../onboarding/request.ts';
import type { Services } from './services.ts';

/** Whether somebody may decide on a request: as whom, or the sentence that says why not. */
export type Judgement = { by: Decider; profile: Profile; refusal: undefined } | { refusal: string };

/** Judges by the input of the execution, never by the Slack message that was clicked. */
export async function judge(
  clickerId: string,
  { execution }: DecisionRef,
  { workflow, permissions, log }: Pick<Services, 'workflow' | 'permissions' | 'log'>,
  words: Words,
): Promise<Judgement> {
  const request = await workflow.describe(execution);
  if (!request) return { refusal: words.noSuchRequest };
  const judgement = await permissions.judge(clickerId, request);
  if (judgement.refusal === undefined) {
    const { id, email, name } = judgement.clicker;
    return { by: { slackUserId: id, email, name }, profile: judgement.profile, refusal: undefined };
  }
  log.info({ audit: { requestId: execution, clickedBy: clickerId, refusal: judgement.refusal } }, 'decision refused');
  return { refusal: judgement.refusal === 'profile-gone' ? words.profileGone : words.refusal[judgement.refusal] };
}

/** The words for who clicked, from memory or within a moment. */
export async function wordsOf(userId: string, { directory }: Pick<Services, 'directory'>): Promise<Words> {
  const person = await directory.person(userId).catch(() => undefined);
  return wordsFor(person?.locale ?? '');
}
