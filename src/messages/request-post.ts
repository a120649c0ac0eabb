import type { Button, KnownBlock } from '@slack/types';
import { type Outcome, readBatch, readOutcome } from '../onboarding/outcome.ts';
import type { OnboardingRequest, OnboardingState, ProgressInput } from '../onboarding/request.ts';
import { context, type List, type Message, message, plain, quote, section } from './blocks.ts';
import { accountLabel, code, escaped, mention, moment } from './mrkdwn.ts';
import { decider, explain, findings, outcomeLine, setAsideList, userLists } from './request-parts.ts';
import type { Words } from './words.ts';

/** The messages in the approvals channel: the request at each of its stages, and what is said in its thread. */

/**
 * The request before the decision. With a button value it can be decided.
 * @throws MessageTooLong if not every user can be shown: nobody may approve what they cannot see
 */
export function openRequestPost(
  state: OnboardingState,
  approvers: string[],
  words: Words,
  buttonValue?: string,
): Message {
  return post(state, countOf(state), words, [
    ...userLists(state, words).map((list): List => ({ ...list, whole: true })),
    ...setAsideList(state, words),
    ...findings(state.inspection, words).map(section),
    context(words.request.approvers(mentions(approvers, words), moment(state.approval.expiresAt))),
    ...(buttonValue === undefined ? [] : [decisionButtons(state, buttonValue, words)]),
  ]);
}

/** To the approvers, when half of the time is over. */
export function reminderPost(state: OnboardingState, approvers: string[], words: Words): Message {
  const { requestedBy, account, approval } = state;
  const until = moment(approval.expiresAt);
  const requester = mention(requestedBy.slackUserId);
  const who = mentions(approvers, words);
  return message([section(words.request.reminder(who, requester, countOf(state), accountLabel(account), until))]);
}

function mentions(approvers: string[], { request }: Words): string {
  return approvers.map(mention).join(' ') || request.nobodyToMention;
}

/** The request while the users are being created: `done` of `all` have been tried. */
export function progressPost(
  state: Stage & Pick<OnboardingState, 'decision'>,
  { done, all }: { done: number; all: number },
  words: Words,
): Message {
  return post(state, all, words, [
    section(`${words.request.approved(decider(state))}\n${bar(done / all)} ${words.request.progress(done, all)}`),
  ]);
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

/** The request at its end, with what became of each person. */
export function endedRequestPost(state: OnboardingState, words: Words): Message {
  const outcome = readOutcome(state);
  const { request } = words;
  const ending = (...rest: (KnownBlock | List)[]) => post(state, countOf(state), words, rest);
  const users = userLists(state, words);
  switch (outcome.kind) {
    case 'boarded':
      return ending(...boarded(outcome, state, words), ...setAsideList(state, words));
    case 'denied':
      return ending(...users, section(request.denied(decider(state))), quote(outcome.reason));
    case 'withdrawn':
      return ending(...users, section(request.withdrawn(decider(state))));
    case 'expired':
      return ending(...users, section(request.expired));
    case 'nobody':
      return ending(...setAsideList(state, words), section(request.nobody));
    case 'failed':
      return ending(...users, section(request.failed(explain(outcome.trouble, words))));
  }
}

/** Of many people only those whose outcome asks for something: the others are in the thread. */
function boarded(
  { people, told }: Extract<Outcome, { kind: 'boarded' }>,
  state: OnboardingState,
  words: Words,
): (KnownBlock | List)[] {
  const isLong = people.length > LONG_LIST;
  const shown = isLong ? people.filter(({ status }) => status !== 'told') : people;
  return [
    {
      heading: words.request.doneHeading(decider(state), told, people.length),
      lines: shown.map((person) => outcomeLine(person, words)),
      more: words.request.andMore,
    },
    ...(isLong ? [section(words.request.everybodyInThread)] : []),
  ];
}

type Stage = Pick<OnboardingRequest, 'requestId' | 'requestedBy' | 'account' | 'profile' | 'reason'>;

/** What every stage shows: who asks for what, and why. */
function post(
  { requestId, requestedBy, account, profile, reason }: Stage,
  count: number,
  { request }: Words,
  rest: (KnownBlock | List)[],
): Message {
  const groups = profile.groups.map((group) => code(group)).join(', ');
  const policies = profile.policyArns.map((arn) => code(arn.slice(arn.indexOf('/') + 1))).join(', ');
  const grants = [
    request.profile(code(profile.name), escaped(profile.description)),
    ...(groups ? [request.grants.groups(groups)] : []),
    ...(policies ? [request.grants.policies(policies)] : []),
  ];
  return message([
    section(request.heading(mention(requestedBy.slackUserId), count, accountLabel(account))),
    ...(account.isManagement ? [section(request.managementAccount)] : []),
    section(grants.join('\n')),
    quote(reason),
    ...rest,
    context(request.reference(code(requestId))),
  ]);
}

function countOf({ resolved, people }: OnboardingState): number {
  return resolved?.users.length || people.slackUserIds.length + people.typed.length;
}

const BAR_LENGTH = 10;

function bar(share: number): string {
  const filled = Math.floor(share * BAR_LENGTH);
  return '▰'.repeat(filled) + '▱'.repeat(BAR_LENGTH - filled);
}

function decisionButtons({ account }: OnboardingState, value: string, { request }: Words): KnownBlock {
  const approve: Button = {
    type: 'button',
    action_id: 'approve',
    style: 'primary',
    text: plain(request.approve),
    value,
  };
  const deny: Button = { type: 'button', action_id: 'deny', style: 'danger', text: plain(request.deny), value };
  if (account.isManagement) {
    approve.confirm = {
      title: plain(request.confirmTitle),
      text: plain(request.confirmText),
      confirm: plain(request.confirmYes),
      deny: plain(request.confirmNo),
    };
  }
  return { type: 'actions', block_id: 'decision', elements: [approve, deny] };
}
