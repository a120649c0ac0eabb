import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { Words } from '../messages/words.ts';
import { type DecisionRef, fromButtonValue } from '../onboarding/button-value.ts';
import { mailboxOf } from '../onboarding/email.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { Decider, Decision } from '../onboarding/request.ts';
import type { Services } from './services.ts';
import { wordsOf } from './words-of.ts';

type Used = Pick<Services, 'workflow' | 'permissions' | 'log'>;

/** Whether somebody may decide on a request: as whom, or the sentence that says why not. */
export type Judgement = { request: string; by: Decider; profile: Profile; approvable: boolean } | { refusal: string };

/** Judges by the input of the execution, never by the Slack message that was clicked. */
export async function judge(
  clickerId: string,
  { execution }: DecisionRef,
  services: Used,
  words: Words,
): Promise<Judgement> {
  const { workflow, permissions, log } = services;
  const request = await workflow.findRequest(execution);
  if (!request) return { refusal: words.noSuchRequest };
  const judgement = await permissions.judge(clickerId, request);
  if (judgement.refusal === undefined) {
    const { id, email, name } = judgement.clicker;
    const { profile, approvable } = judgement;
    return { request: execution, by: { slackUserId: id, email: mailboxOf(email), name }, profile, approvable };
  }
  log.info({ audit: { requestId: execution, clickedBy: clickerId, refusal: judgement.refusal } }, 'decision refused');
  return { refusal: judgement.refusal === 'profile-gone' ? words.profileGone : words.refusal[judgement.refusal] };
}

/** Answers the task that waits for the decision, and tells who clicked when theirs did not count. */
export async function settle(
  decision: Exclude<Decision, { outcome: 'expired' }>,
  { ref, words, tell }: Awaited<ReturnType<typeof readClick>>,
  { workflow, log }: Pick<Services, 'workflow' | 'log'>,
): Promise<void> {
  const decided = await workflow.decide(ref.token, decision).catch((err: unknown) => {
    log.error({ err, request: decision.request }, 'a decision was not answered');
    return undefined;
  });
  if (decided === undefined) await tell(words.unclear);
  else if (!decided) await tell(words.alreadyDecided);
}

/** What a click on *Approve*, *Deny* or *Withdraw* is about, and the way to tell something to who clicked, and only to them. */
export async function readClick(
  { body, action }: { body: BlockAction; action: ButtonAction },
  services: Pick<Services, 'answering' | 'directory' | 'log'>,
) {
  const { user, channel } = body;
  const words = await wordsOf(user.id, services);
  const tell = (text: string) =>
    services.answering.chat.postEphemeral({ channel: channel?.id ?? '', user: user.id, text });

  return { userId: user.id, ref: fromButtonValue<DecisionRef>(action.value), words, tell };
}
