import type { Button, KnownBlock } from '@slack/types';
import { readOutcome } from '../onboarding/outcome.ts';
import type { OnboardingState } from '../onboarding/request.ts';
import { context, type Message, message, plain, quote, section } from './blocks.ts';
import { accountLabel, code, moment } from './mrkdwn.ts';
import { decider, explain, findings, outcomeLine, setAsideList, userLists, usersOf } from './request-parts.ts';
import type { Words } from './words.ts';

/** To the requester: the request is with the approvers. With a button value it can be withdrawn. */
export function sentMessage(state: OnboardingState, words: Words, buttonValue?: string): Message {
  const [count, account] = countAndAccount(state);
  return message([
    section(words.requester.sent(count, account, moment(state.approval.expiresAt))),
    ...userLists(state, words),
    ...setAsideList(state, words),
    ...findings(state, words).map(section),
    ...(buttonValue === undefined ? [] : [withdrawButton(buttonValue, words)]),
    reference(state, words),
  ]);
}

/** The same message once nothing can be withdrawn any more. What came of the request is a message of its own. */
export function closedMessage(state: OnboardingState, words: Words): Message {
  const [count, account] = countAndAccount(state);
  const say = state.decision?.outcome === 'withdrawn' ? words.requester.withdrawn : words.requester.closed;
  return message([section(say(count, account)), ...setAsideList(state, words), reference(state, words)]);
}

/** To the requester: somebody said yes. */
export function approvedMessage(state: OnboardingState, { requester }: Words): Message {
  const { toCreate } = usersOf(state);
  return message([section(requester.approved(decider(state), toCreate.length, accountLabel(state.account)))]);
}

/** To the requester: how it ended. */
export function endedMessage(state: OnboardingState, words: Words): Message {
  const { requester } = words;
  const [count, account] = countAndAccount(state);
  const outcome = readOutcome(state);
  switch (outcome.kind) {
    case 'boarded': {
      const { people, told } = outcome;
      const heading = requester.done(told, people.length, account);
      // What asks for something comes first.
      const sorted = people.toSorted((a, b) => Number(a.status === 'told') - Number(b.status === 'told'));
      const lines = sorted.map((person) => outcomeLine(person, words));
      const isWhole = told === people.length;
      return message([{ heading, lines, more: words.request.andMore }, ...(isWhole ? [] : [reference(state, words)])]);
    }
    case 'denied':
      return message([section(requester.denied(decider(state), account)), quote(outcome.reason)]);
    case 'withdrawn':
      return message([section(requester.withdrawn(count, account))]);
    case 'expired':
      return message([section(requester.expired(account))]);
    case 'nobody':
      return message([section(requester.nobody(account)), ...setAsideList(state, words)]);
    case 'failed':
      return message([section(requester.failed(account, explain(outcome.trouble, words))), reference(state, words)]);
  }
}

function countAndAccount({ resolved, account }: OnboardingState): [count: number, account: string] {
  return [resolved?.users.length ?? 0, accountLabel(account)];
}

function reference({ requestId }: OnboardingState, { request }: Words): KnownBlock {
  return context(request.reference(code(requestId)));
}

function withdrawButton(value: string, { requester }: Words): KnownBlock {
  const withdraw: Button = {
    type: 'button',
    action_id: 'withdraw',
    text: plain(requester.withdraw),
    value,
    confirm: {
      title: plain(requester.withdrawTitle),
      text: plain(requester.withdrawText),
      confirm: plain(requester.withdrawYes),
      deny: plain(requester.withdrawNo),
    },
  };
  return { type: 'actions', block_id: 'withdrawal', elements: [withdraw] };
}
