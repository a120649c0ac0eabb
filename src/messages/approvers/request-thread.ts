import type { OnboardingState } from '../../contract/state.ts';
import type { ProgressInput } from '../../contract/tasks.ts';
import { readBatch } from '../../onboarding/outcome.ts';
import { type Message, message, section } from '../kit/blocks.ts';
import { mention, moment } from '../kit/mrkdwn.ts';
import { countOf, inAccounts, mentions, outcomeLine } from '../kit/request-parts.ts';
import type { Words } from '../words/words-for.ts';

/** To the approvers, when half of the time is over. */
export function reminderPost(state: OnboardingState, approvers: string[], words: Words): Message {
  const { requestedBy, approval } = state;
  const until = moment(approval.expiresAt);
  const requester = mention(requestedBy.slackUserId);
  const who = mentions(approvers, words);
  return message([section(words.request.reminder(who, requester, countOf(state), inAccounts(state, words), until))]);
}

/** To the approvers, one of whom has approved without knowing that the requester has left. */
export function askedAgainPost(state: OnboardingState, approvers: string[], words: Words): Message {
  const { requestedBy, approval } = state;
  const who = mentions(approvers, words);
  return message([
    section(words.request.askedAgain(who, mention(requestedBy.slackUserId), moment(approval.expiresAt))),
  ]);
}

/** Into the thread: what became of the people of one batch. */
export function batchPost(input: ProgressInput, words: Words): Message {
  const { index, size, total } = input;
  const first = index * size + 1;
  const lines = readBatch(input).map((person) => outcomeLine(person, input, words));
  const heading = words.request.batch(first, first + lines.length - 1, total);
  return message([{ heading, lines, more: words.request.andMore }]);
}
