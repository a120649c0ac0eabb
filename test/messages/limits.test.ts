import { expect, test } from 'vitest';
import { checkMessageBlocks, checkSuggestions, checkView } from '../../sandbox/slack/block-kit/check.ts';
import { MessageTooLong } from '../../src/messages/blocks.ts';
import { helpMessage } from '../../src/messages/help.ts';
import { code } from '../../src/messages/mrkdwn.ts';
import { accountOptions, formErrors, requestForm } from '../../src/messages/request-form.ts';
import {
  batchPost,
  endedRequestPost,
  openRequestPost,
  progressPost,
  reminderPost,
} from '../../src/messages/request-post.ts';
import { approvedMessage, closedMessage, endedMessage, sentMessage } from '../../src/messages/requester.ts';
import { welcomeMessage } from '../../src/messages/welcome.ts';
import { en } from '../../src/messages/words/en.ts';
import type { OnboardingState, Person, ProgressInput, SetAsideReason, Trouble } from '../../src/onboarding/request.ts';
import { dev, developer, requestOf } from '../onboarding/examples.ts';

const long = (length: number, letter = '&') => letter.repeat(length);
const person = (i: number): Person => ({
  userName: `${i}${long(40, 'x')}`,
  displayName: long(80),
  locale: 'en-US',
  email: `${i}${long(30, "'")}@${long(15, 'd')}.example`,
  claimant: 'hash',
});
const many = Array.from({ length: 50 }, (_, i) => person(i));
const reasons = Object.keys(en.setAside) as SetAsideReason[];
const approved = {
  outcome: 'approved',
  request: 'V1',
  by: { slackUserId: 'U0KEN', email: 'k', name: 'Ken' },
  at: '2026-11-22T00:00:00Z',
  claimUntil: '2026-11-29T00:00:00Z',
} as const;
const trouble: Trouble = { Error: `Iam.${long(200, 'E')}`, Cause: long(5_000) };

/** The largest request that the form takes, with names far longer than usual. */
const largest: OnboardingState = {
  ...requestOf(),
  account: { id: dev.id, name: long(30), isManagement: true },
  profile: {
    ...requestOf().profile,
    name: long(75),
    groups: Array.from({ length: 3 }, (_, i) => `${i}${long(60, 'g')}`),
    policyArns: Array.from({ length: 3 }, (_, i) => `arn:aws:iam::aws:policy/${i}${long(60, 'p')}`),
  },
  reason: long(500, '<'),
  resolved: {
    users: many,
    setAside: many.map(({ email = '' }, i) => ({ who: email, reason: reasons[i % reasons.length] ?? 'bot' })),
    involved: [],
  },
  inspection: {
    signIn: { LoginURL: 'https://x' },
    users: many.map(({ userName: UserName }) => ({ UserName, Exists: true })),
    groups: Array.from({ length: 3 }, (_, i) => ({ GroupName: `${i}${long(60, 'g')}`, Exists: false })),
  },
  message: { channel: 'C0APPROVE', ts: '1.0' },
};
const outcomes = [{ people: many.map((one) => ({ ...one, ...trouble })) }];
const batch: ProgressInput = {
  ...largest,
  message: { channel: 'C0APPROVE', ts: '1.0' },
  decision: approved,
  total: 50,
  size: 25,
  index: 1,
  people: many.slice(25).map((one) => ({ ...one, ...trouble })),
};
const token = JSON.stringify({ execution: 'V1', token: long(1_900, 't') });

const messages: [string, { text: string; blocks: unknown[] }][] = [
  [
    'the request',
    openRequestPost(
      largest,
      Array.from({ length: 20 }, (_, i) => `S0GROUP${i}`),
      en,
      token,
    ),
  ],
  ['the request that could not be inspected', openRequestPost({ ...largest, inspection: trouble }, [], en, token)],
  ['the reminder', reminderPost(largest, ['S0GROUP'], en)],
  ['the progress', progressPost({ ...largest, decision: approved }, { done: 25, all: 50 }, en)],
  ['a batch in the thread', batchPost(batch, en)],
  ['the outcome', endedRequestPost({ ...largest, decision: approved, outcomes }, en)],
  ['the denial', endedRequestPost({ ...largest, decision: { ...approved, outcome: 'denied', reason: long(500) } }, en)],
  ['the expiry', endedRequestPost({ ...largest, decision: { outcome: 'expired' } }, en)],
  ['the failure', endedRequestPost({ ...largest, trouble }, en)],
  [
    'nobody',
    endedRequestPost(
      { ...largest, resolved: { ...(largest.resolved ?? { setAside: [], involved: [] }), users: [] } },
      en,
    ),
  ],
  ['to the requester: sent', sentMessage(largest, en, token)],
  ['to the requester: closed', closedMessage(largest, en)],
  ['to the requester: approved', approvedMessage({ ...largest, decision: approved }, en)],
  ['to the requester: outcome', endedMessage({ ...largest, decision: approved, outcomes }, en)],
  [
    'to the requester: denied',
    endedMessage({ ...largest, decision: { ...approved, outcome: 'denied', reason: long(500) } }, en),
  ],
  ['to the requester: failed', endedMessage({ ...largest, trouble }, en)],
  [
    'to the new user',
    welcomeMessage(
      {
        ...largest,
        decision: approved,
        person: { ...person(1), LoginURL: `https://${long(63, 'a')}.signin.aws.amazon.com/console` },
      },
      token,
      en,
    ),
  ],
];
test.each(messages)('%s fits into Slack’s limits at its largest', (_what, { text, blocks }) => {
  checkMessageBlocks(blocks);
  expect(text.length).toBeLessThan(4_000);
});

test('a request that cannot be shown as a whole is not shown at all: nobody may approve what they cannot see', () => {
  const users = many.map((one) => ({ ...one, email: `${one.email}${long(150, 'd')}` }));
  const state = { ...largest, resolved: { users, setAside: [], involved: [] } };
  expect(() => openRequestPost(state, [], en, token)).toThrow(MessageTooLong);
});

test('of people who are set aside and users who exist, what does not fit is counted; of users to create none is missing', () => {
  for (const inspection of [trouble, largest.inspection ?? trouble]) {
    const shown = JSON.stringify(openRequestPost({ ...largest, inspection }, [], en, token).blocks);
    for (const { userName, email } of many) expect(shown).toContain(`${code(email ?? '')} → ${code(userName)}`);
  }
  const text = JSON.stringify(openRequestPost(largest, [], en, token).blocks);
  expect(text).toMatch(/…and \d+ more/);
});

test('the form and the help fit with a hundred profiles of the longest names', () => {
  const profiles = Array.from({ length: 100 }, (_, i) => ({
    ...developer,
    id: `p${i}`,
    name: long(75),
    description: long(75),
  }));
  checkView(requestForm(profiles, en));
  checkView(requestForm([developer], en));
  checkMessageBlocks(helpMessage(profiles, en).blocks);
});

test('the account’s type-ahead fits with the longest names, and counts what is left out', () => {
  const found = Array.from({ length: 100 }, (_, i) => ({
    ...dev,
    id: String(100_000_000_000 + i),
    name: long(60),
    unitPath: long(300),
  }));
  const answer = accountOptions({ found, more: 9_900, isLoaded: true }, en);
  checkSuggestions(answer);
  expect(JSON.stringify(answer)).toContain('9900 more');
  checkSuggestions(accountOptions({ found: [], more: 0, isLoaded: false }, en));
});

test('several mistakes in one field are told together', () => {
  const errors = formErrors(
    [
      { field: 'others', kind: 'not-an-email', text: 'ada@' },
      { field: 'others', kind: 'email-twice', text: 'sam@partner.example' },
    ],
    en,
  );
  expect(errors).toEqual({ others: '“ada@” is not an e-mail address. sam@partner.example is there twice.' });
});
