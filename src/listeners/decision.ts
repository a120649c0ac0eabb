import type { BlockAction, ButtonAction } from '@slack/bolt';
import { type DecisionRef, readButton } from '../contract/buttons.ts';
import type { Decider } from '../contract/decision.ts';
import type { Words } from '../messages/words/words-for.ts';
import { mailboxOf } from '../onboarding/email.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { Decided, Verdict } from '../workflow/decide.ts';
import type { Services } from './services.ts';
import { wordsOf } from './words-of.ts';

type Used = Pick<Services, 'workflow' | 'permissions' | 'journal'>;

/** Whether somebody may decide on a request: as whom, or the sentence that says why not. */
export type Judgement = { request: string; by: Decider; profile: Profile; approvable: boolean } | { refusal: string };

/** Judges by the input of the execution, never by the Slack message that was clicked. */
export async function judge(
  clickerId: string,
  { execution }: DecisionRef,
  services: Used,
  words: Words,
): Promise<Judgement> {
  const { workflow, permissions, journal } = services;
  const request = await workflow.findRequest(execution);
  if (!request) return { refusal: words.noSuchRequest };
  const judgement = await permissions.judge(clickerId, request);
  if (judgement.refusal === undefined) {
    const { id, email, name } = judgement.clicker;
    const { profile, approvable } = judgement;
    return { request: execution, by: { slackUserId: id, email: mailboxOf(email), name }, profile, approvable };
  }
  journal.record({ event: 'refused', request: execution, tried: 'decide', by: clickerId, rule: judgement.refusal });
  return { refusal: judgement.refusal === 'profile-gone' ? words.profileGone : words.refusal[judgement.refusal] };
}

/** Answers the task that waits for the decision, and tells who clicked when neither this click of theirs nor an earlier one counts. */
export async function settle(
  decision: Decided,
  { ref, words, tell, log, isFirst }: Awaited<ReturnType<typeof readClick>>,
  services: Pick<Services, 'workflow' | 'journal'>,
): Promise<void> {
  const verdict = await decide(ref, decision, services).catch((err: unknown) => {
    log.error({ err }, 'a decision was not answered');
    return undefined;
  });
  if (verdict === undefined) await tell(words.unclear);
  if (verdict === 'too-late' || (verdict === 'counted-before' && !isFirst)) await tell(words.alreadyDecided);
}

/** Decides a request. @throws when it is not known whether this decision counts */
export async function decide(
  { token }: DecisionRef,
  decision: Decided,
  { workflow, journal }: Pick<Services, 'workflow' | 'journal'>,
): Promise<Verdict> {
  const verdict = await workflow.decide(token, decision);
  const { request, outcome, by } = decision;
  if (verdict === 'counts') journal.record({ event: 'decided', request, outcome, by: by.slackUserId });
  return verdict;
}

/**
 * Whether a message had this button when it was clicked. Who is quick with a second click, or whose click Slack delivers twice
 * (slackapi/bolt-js#2188, #2487), has not seen yet that the first one counts.
 */
const hasButton = (message: unknown, button: string): boolean =>
  message === undefined || JSON.stringify(message).includes(`"action_id":"${button}"`);

/** What a click on *Approve*, *Deny* or *Withdraw* is about, and the way to tell something to who clicked, and only to them. */
export async function readClick(
  button: 'approve' | 'deny' | 'withdraw',
  { body, action }: { body: BlockAction; action: ButtonAction },
  services: Pick<Services, 'answering' | 'directory' | 'log'>,
) {
  const { user, channel } = body;
  const ref = readButton(button, action.value);
  const log = services.log.child({ request: ref.execution });
  const words = await wordsOf(user.id, { ...services, log });
  const tell = (text: string) =>
    services.answering.chat.postEphemeral({ channel: channel?.id ?? '', user: user.id, text });

  return { userId: user.id, ref, words, tell, log, isFirst: hasButton(body.message, button) };
}
