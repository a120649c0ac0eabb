import { readBatch } from '../onboarding/outcome.ts';
import type { OnboardingState, ProgressInput } from '../onboarding/request.ts';
import { type Message, message, section } from './blocks.ts';
import { accountLabel, mention, moment } from './mrkdwn.ts';
import { countOf, mentions, outcomeLine } from './request-parts.ts';
import type { Words } from './words.ts';

/** To the approvers, when half of the time is over. */
export function reminderPost(state: OnboardingState, approvers: string[], words: Words): Message {
  const { requestedBy, account, approval } = state;
  const until = moment(approval.expiresAt);
  const requester = mention(requestedBy.slackUserId);
  const who = mentions(approvers, words);
  return message([section(words.request.reminder(who, requester, countOf(state), accountLabel(account), until))]);
}

/** Lists longer than this go into the thread, batch by batch: the state machine has the same number. */
export const LONG_LIST = 20;

/** Into the thread: what became of the people of one batch. */
export function batchPost({ index, size, total, ...batch }: ProgressInput, words: Words): Message {
  const first = index * size + 1;
  const lines = readBatch(batch).map((person) => outcomeLine(person, words));
  const heading = words.request.batch(first, first + lines.length - 1, total);
  return message([{ heading, lines, more: words.request.andMore }]);
}
