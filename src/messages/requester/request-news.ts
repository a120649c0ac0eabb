import type { Button, KnownBlock } from '@slack/types';
import type { OnboardingState } from '../../contract/state.ts';
import { isWhole, readOutcome } from '../../onboarding/outcome.ts';
import { context, type Message, message, plain, quote, section } from '../kit/blocks.ts';
import { explain } from '../kit/explain.ts';
import { findings } from '../kit/findings.ts';
import { code, moment } from '../kit/mrkdwn.ts';
import {
  countOfUsers,
  decider,
  foundAsideList,
  inAccounts,
  othersLists,
  outcomeLine,
  setAsideList,
  usersList,
} from '../kit/request-parts.ts';
import type { Words } from '../words/words-for.ts';

/** To the requester: the request is with the approvers. With a button value it can be withdrawn. */
export function sentMessage(state: OnboardingState, words: Words, buttonValue?: string): Message {
  const [count, account] = countAndAccounts(state, words);
  return message([
    section(words.requester.sent(count, account, moment(state.approval.expiresAt))),
    ...usersList(state, words),
    ...othersLists(state, words),
    ...setAsideList(state, words),
    ...findings(state, words),
    ...(buttonValue === undefined ? [] : [withdrawButton(buttonValue, words)]),
    reference(state, words),
  ]);
}

/** The same message once nothing can be withdrawn any more. What came of the request is a message of its own. */
export function closedMessage(state: OnboardingState, words: Words): Message {
  const [count, account] = countAndAccounts(state, words);
  const say = state.decision?.outcome === 'withdrawn' ? words.requester.withdrawn : words.requester.closed;
  return message([section(say(count, account)), ...setAsideList(state, words), reference(state, words)]);
}

/** To the requester: somebody said yes. */
export function approvedMessage(state: OnboardingState, words: Words): Message {
  const { approved } = words.requester;
  return message([section(approved(decider(state), countOfUsers(state), inAccounts(state, words)))]);
}

/** To the requester: how it ended. */
export function endedMessage(state: OnboardingState, words: Words): Message {
  const { requester } = words;
  const [count, account] = countAndAccounts(state, words);
  const outcome = readOutcome(state);
  switch (outcome.kind) {
    case 'boarded': {
      const { people, told } = outcome;
      const heading = requester.done(told, people.length, account);
      // What asks for something comes first.
      const sorted = people.toSorted((a, b) => Number(isWhole(a)) - Number(isWhole(b)));
      const lines = sorted.map((person) => outcomeLine(person, state, words));
      const isAll = told === people.length;
      return message([
        { heading, lines, more: words.request.andMore },
        ...foundAsideList(state, words),
        ...(isAll ? [] : [reference(state, words)]),
      ]);
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

function countAndAccounts(state: OnboardingState, words: Words): [count: number, accounts: string] {
  return [state.resolved?.users.length ?? 0, inAccounts(state, words)];
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
