import type { Button, KnownBlock } from '@slack/types';
import { readOutcome } from '../onboarding/outcome.ts';
import type { OnboardingState } from '../onboarding/request.ts';
import { context, type List, layout, type Message, plain, quote, section } from './blocks.ts';
import { accountLabel, code, escaped, mention, moment } from './mrkdwn.ts';
import { decider, existingUsers, explain, findings, outcomeLine, personLine, setAsideList } from './request-parts.ts';
import type { Words } from './words.ts';

/**
 * The request in the approvals channel, before the decision. With a button value it can be decided.
 * @throws MessageTooLong if not every user can be shown: nobody may approve what they cannot see
 */
export function openRequestPost(
  state: OnboardingState,
  approvers: string[],
  words: Words,
  buttonValue?: string,
): Message {
  return post(state, words, [
    ...people(state, words, { whole: true }),
    ...warnings(state, words),
    context(words.request.approvers(approvers.map(mention).join(' '), moment(state.approval.expiresAt))),
    ...(buttonValue === undefined ? [] : [decisionButtons(state, buttonValue, words)]),
  ]);
}

/** The same message while the users are being created. */
export function approvedRequestPost(state: OnboardingState, words: Words): Message {
  return post(state, words, [...people(state, words), section(words.request.approved(decider(state)))]);
}

/** The same message at the end, with what became of each person. */
export function endedRequestPost(state: OnboardingState, words: Words): Message {
  const outcome = readOutcome(state);
  const { request } = words;
  switch (outcome.kind) {
    case 'boarded': {
      const heading = request.doneHeading(decider(state), outcome.told, outcome.people.length);
      const lines = outcome.people.map((person) => outcomeLine(person, words));
      return post(state, words, [{ heading, lines, more: request.andMore }, ...setAsideList(state, words)]);
    }
    case 'denied':
      return post(state, words, [
        ...people(state, words),
        section(request.denied(decider(state))),
        quote(outcome.reason),
      ]);
    case 'expired':
      return post(state, words, [...people(state, words), section(request.expired)]);
    case 'nobody':
      return post(state, words, [...setAsideList(state, words), section(request.nobody)]);
    case 'failed':
      return post(state, words, [...people(state, words), section(request.failed(explain(outcome.trouble, words)))]);
  }
}

/** What every stage shows: who asks for what, and why. */
function post(state: OnboardingState, { request }: Words, rest: (KnownBlock | List)[]): Message {
  const { requestedBy, account, profile, people, reason, resolved } = state;
  const count = resolved?.users.length || people.slackUserIds.length + people.typed.length;
  const policies = profile.policyArns.map((arn) => code(arn.slice(arn.indexOf('/') + 1)));
  return {
    text: request.notification(escaped(requestedBy.name), count, accountLabel(account)),
    blocks: layout([
      section(request.heading(mention(requestedBy.slackUserId), count, accountLabel(account))),
      section(request.profile(code(profile.name), profile.groups.map((group) => code(group)).join(', '))),
      ...(policies.length > 0 ? [section(request.policies(policies.join(', ')))] : []),
      quote(reason),
      ...rest,
      context(request.reference(code(state.requestId))),
    ]),
  };
}

function people(state: OnboardingState, words: Words, more: { whole?: true } = {}): List[] {
  const existing = existingUsers(state);
  const lines = (state.resolved?.users ?? []).map((user) =>
    existing.includes(user.userName.toLowerCase()) ? `${personLine(user)} ${words.request.exists}` : personLine(user),
  );
  const users = { heading: words.request.users, lines, more: words.request.andMore, ...more };
  return [...(lines.length > 0 ? [users] : []), ...setAsideList(state, words)];
}

/** What an approver must see before saying yes. */
function warnings(state: OnboardingState, words: Words): KnownBlock[] {
  const lines = [
    ...(state.account.isManagement ? [words.request.managementAccount] : []),
    ...findings(state.inspection, words),
    ...(existingUsers(state).length > 0 ? [words.request.existingUntouched] : []),
  ];
  return lines.map(section);
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
