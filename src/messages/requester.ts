import type { KnownBlock } from '@slack/types';
import { readOutcome } from '../onboarding/outcome.ts';
import type { OnboardingState } from '../onboarding/request.ts';
import { context, type List, layout, type Message, quote, section } from './blocks.ts';
import { accountLabel, code, moment } from './mrkdwn.ts';
import { decider, existingUsers, explain, findings, outcomeLine, setAsideList } from './request-parts.ts';
import type { Words } from './words.ts';

/** To the requester: the request is with the approvers, with whatever they should know already. */
export function sentMessage(state: OnboardingState, words: Words): Message {
  const { requester } = words;
  const count = state.resolved?.users.length ?? 0;
  return {
    text: requester.sentNotification(accountLabel(state.account)),
    blocks: layout([
      section(requester.sent(count, accountLabel(state.account), moment(state.approval.expiresAt))),
      ...findings(state.inspection, words).map(section),
      ...existing(state, words),
      ...setAsideList(state, words),
      reference(state, words),
    ]),
  };
}

/** To the requester: somebody said yes. */
export function approvedMessage(state: OnboardingState, words: Words): Message {
  const { requester } = words;
  const account = accountLabel(state.account);
  const count = state.resolved?.users.length ?? 0;
  return {
    text: requester.approvedNotification(account),
    blocks: [section(requester.approved(decider(state), count, account))],
  };
}

/** To the requester: how it ended. */
export function endedMessage(state: OnboardingState, words: Words): Message {
  const { requester } = words;
  const account = accountLabel(state.account);
  const outcome = readOutcome(state);
  switch (outcome.kind) {
    case 'boarded': {
      const { told } = outcome;
      const lines = outcome.people.map((person) => outcomeLine(person, words));
      return {
        text: requester.doneNotification(told, outcome.people.length, account),
        blocks: layout([
          { heading: requester.done(told, outcome.people.length, account), lines, more: words.request.andMore },
          ...(told < outcome.people.length ? [reference(state, words)] : []),
        ]),
      };
    }
    case 'denied':
      return {
        text: requester.deniedNotification(account),
        blocks: [section(requester.denied(decider(state), account)), quote(outcome.reason)],
      };
    case 'expired':
      return { text: requester.expiredNotification(account), blocks: [section(requester.expired(account))] };
    case 'nobody':
      return {
        text: requester.nobodyNotification(account),
        blocks: layout([section(requester.nobody(account)), ...setAsideList(state, words)]),
      };
    case 'failed':
      return {
        text: requester.failedNotification(account),
        blocks: [section(requester.failed(account, explain(outcome.trouble, words))), reference(state, words)],
      };
  }
}

function existing(state: OnboardingState, { request }: Words): List[] {
  const lines = existingUsers(state).map((name) => `• ${code(name)}`);
  return lines.length === 0 ? [] : [{ heading: request.existing, lines, more: request.andMore }];
}

function reference({ requestId }: OnboardingState, { request }: Words): KnownBlock {
  return context(request.reference(code(requestId)));
}
