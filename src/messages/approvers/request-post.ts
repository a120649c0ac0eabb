import type { Button, KnownBlock } from '@slack/types';
import type { OnboardingRequest } from '../../contract/request.ts';
import { LONG_LIST } from '../../contract/sizes.ts';
import type { OnboardingState } from '../../contract/state.ts';
import { methodOf } from '../../methods/index.ts';
import { isWhole, type Outcome, readOutcome } from '../../onboarding/outcome.ts';
import type { Grants } from '../../onboarding/profile.ts';
import { context, type List, type Message, message, plain, quote, section, sections } from '../kit/blocks.ts';
import { explain } from '../kit/explain.ts';
import { findings } from '../kit/findings.ts';
import { accountLabel, code, mention, moment } from '../kit/mrkdwn.ts';
import {
  countOf,
  countOfUsers,
  decider,
  inAccounts,
  kindOfAccess,
  mentions,
  othersLists,
  outcomeLine,
  peopleList,
  setAsideList,
  usersList,
} from '../kit/request-parts.ts';
import type { Words } from '../words/words-for.ts';
import { giftLine } from './gift-line.ts';

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
  return post(stageOf(state), countOf(state), words, [
    ...usersList(state, words).map((list): List => ({ ...list, whole: true })),
    ...othersLists(state, words),
    ...setAsideList(state, words),
    ...findings(state, words),
    ...leftMark(state, words),
    context(words.request.approvers(mentions(approvers, words), moment(state.approval.expiresAt))),
    ...(buttonValue === undefined ? [] : [decisionButtons(state, buttonValue, words)]),
  ]);
}

/** The request while the users are being created: `done` of `all` have been tried. */
export function progressPost(
  state: Stage & Pick<OnboardingState, 'decision'>,
  { done, all }: { done: number; all: number },
  words: Words,
): Message {
  return post({ ...state, decided: decidedAt(state.decision, words) }, all, words, [
    section(`${words.request.approved(decider(state))}\n${bar(done / all)} ${words.request.progress(done, all)}`),
  ]);
}

/** The request at its end, with what became of each person. */
export function endedRequestPost(state: OnboardingState, words: Words): Message {
  const outcome = readOutcome(state);
  const { request } = words;
  const isExpired = outcome.kind === 'expired';
  const decided = isExpired ? request.overAt(moment(state.approval.expiresAt)) : decidedAt(state.decision, words);
  const ending = (...rest: (KnownBlock | List)[]) =>
    post({ ...stageOf(state), decided }, countOf(state), words, [...rest, ...leftMark(state, words)]);
  // What was in the way was so when it was decided, or not.
  const people = [...peopleList(state, words), ...findings(state, words)];
  switch (outcome.kind) {
    case 'boarded':
      return ending(...boarded(outcome, state, words), ...setAsideList(state, words));
    case 'denied':
      return ending(...people, section(request.denied(decider(state))), quote(outcome.reason));
    case 'withdrawn':
      return ending(...people, section(request.withdrawn(decider(state))));
    case 'expired':
      return ending(...people, section(request.expired));
    case 'nobody':
      return ending(...setAsideList(state, words), section(request.nobody));
    case 'failed':
      return ending(...peopleList(state, words), section(request.failed(explain(outcome.trouble, words))));
  }
}

const decidedAt = (decision: OnboardingState['decision'], { request }: Words): string | undefined =>
  decision && 'at' in decision ? request.decidedAt(moment(decision.at)) : undefined;

/** That the requester has left stays on the card, whatever was decided. */
const leftMark = ({ requesterLeft, requestedBy }: OnboardingState, { request }: Words): KnownBlock[] =>
  requesterLeft ? [section(request.requesterLeft(mention(requestedBy.slackUserId)))] : [];

/** Of many people only those whose outcome asks for something, or who are not in the thread. */
function boarded(
  { people, told }: Extract<Outcome, { kind: 'boarded' }>,
  state: OnboardingState,
  words: Words,
): (KnownBlock | List)[] {
  const isLong = people.length > LONG_LIST;
  const had = people.filter(({ status }) => status === 'had').length;
  const shown = isLong ? people.filter((person) => !isWhole(person) || !person.isInThread) : people;
  return [
    {
      heading: words.request.doneHeading(decider(state), told, people.length, had),
      lines: shown.map((person) => outcomeLine(person, state, words)),
      more: words.request.andMore,
    },
    ...(shown.length < people.length
      ? [section(shown.length > 0 ? words.request.othersInThread : words.request.allInThread)]
      : []),
  ];
}

type Stage = Pick<OnboardingRequest, 'requestId' | 'requestedBy' | 'accounts' | 'profile' | 'reason'> & {
  /** What the machine read of the profile; not there where it could not. */
  grants?: Grants | undefined;
  /** When it was decided; not there before that. */
  decided?: string | undefined;
};

const stageOf = (state: OnboardingState): Stage => ({ ...state, grants: state.inspection?.Profile.Grants });

/** What every stage shows: who asks for what, and why. */
function post(stage: Stage, count: number, words: Words, rest: (KnownBlock | List)[]): Message {
  const { requestId, requestedBy, accounts, profile, reason, grants, decided } = stage;
  const { request } = words;
  const gifts = grants ? methodOf(profile).show(grants) : [];
  const labels = accounts.map(accountLabel);
  return message([
    section(request.heading(mention(requestedBy.slackUserId), count, inAccounts(stage, words))),
    ...(labels.length > 1 ? sections(request.accounts(request.joined(labels))) : []),
    ...(accounts.some(({ isManagement }) => isManagement) ? [section(request.managementAccount)] : []),
    section(kindOfAccess(profile, words)),
    ...gifts.flatMap((gift) => giftLine(gift, words)).flatMap(sections),
    section(request.reason),
    quote(reason),
    ...rest,
    context([request.reference(code(requestId)), ...(decided === undefined ? [] : [decided])].join(' · ')),
  ]);
}

const BAR_LENGTH = 10;

function bar(share: number): string {
  const filled = Math.floor(share * BAR_LENGTH);
  return '▰'.repeat(filled) + '▱'.repeat(BAR_LENGTH - filled);
}

function decisionButtons(state: OnboardingState, value: string, { request }: Words): KnownBlock {
  const approve: Button = {
    type: 'button',
    action_id: 'approve',
    style: 'primary',
    text: plain(request.approve),
    value,
  };
  const deny: Button = { type: 'button', action_id: 'deny', style: 'danger', text: plain(request.deny), value };
  const danger = dangerOf(state);
  if (danger) {
    approve.confirm = {
      title: plain(request.confirm[danger].title),
      text: plain(request.confirm[danger].text),
      confirm: plain(request.confirmYes),
      deny: plain(request.confirmNo),
    };
  }
  return { type: 'actions', block_id: 'decision', elements: [approve, deny] };
}

/** What nobody may approve without a second thought. */
function dangerOf(state: OnboardingState): 'management' | 'administers' | undefined {
  const { accounts, profile, inspection } = state;
  if (countOfUsers(state) === 0) return undefined;
  if (accounts.some(({ isManagement }) => isManagement)) return 'management';
  const gifts = inspection ? methodOf(profile).show(inspection.Profile.Grants) : [];
  return gifts.some((gift) => gift.kind === 'permission-set' && gift.details.administers) ? 'administers' : undefined;
}
