import { expect, test } from 'vitest';
import { mayWithdraw, type Refusal, refusalToDecide } from '../../src/onboarding/may-decide.ts';
import type { SlackPerson } from '../../src/onboarding/slack-person.ts';
import { aiko, ken, requestOf, yuki } from './examples.ts';

const approvers = {
  slackUserIds: new Set(['U0KEN', 'U0AIKO', 'U0YUKI', 'U0SAM', 'U0JO', 'U0BOB']),
  emails: new Set(['lena@example.com']),
};

const cases: [who: string, clicker: SlackPerson, expected: Refusal | undefined][] = [
  ['an approver, by Slack id', ken, undefined],
  ['an approver, by e-mail', { ...ken, id: 'U0LENA', email: 'lena@example.com' }, undefined],
  ['an outsider', { ...ken, id: 'U0OMAR', email: 'omar@example.com' }, 'not-approver'],
  ['the requester, though an approver', aiko, 'requester'],
  ['the requester, whose e-mail is another by now', { ...aiko, email: 'tanaka@example.com' }, 'requester'],
  ['the requester, by the e-mail of another account of theirs', { ...ken, email: 'aiko@example.com' }, 'requester'],
  ['the requester, by e-mail in other letter case', { ...ken, email: 'AIKO@Example.com' }, 'requester'],
  ['a beneficiary who was picked, though an approver', yuki, 'beneficiary'],
  ['a beneficiary who was typed in', { ...ken, id: 'U0SAM', email: 'sam@partner.example' }, 'beneficiary'],
  [
    'a beneficiary who was typed in, in other letter case',
    { ...ken, id: 'U0SAM', email: 'SAM@partner.EXAMPLE' },
    'beneficiary',
  ],
  [
    'a beneficiary who was typed in, by another address of the same mailbox',
    { ...ken, id: 'U0SAM', email: 'sam+slack@partner.example' },
    'beneficiary',
  ],
  ['the requester, by another address of the same mailbox', { ...ken, email: 'aiko+two@example.com' }, 'requester'],
  ['the first of two who were typed in', { ...ken, id: 'U0JO', email: 'jo@partner.example' }, 'beneficiary'],
  ['the second of two who were picked', { ...ken, id: 'U0BOB' }, 'beneficiary'],
  ['an approver whose e-mail Slack does not show', { ...ken, email: '' }, 'no-email'],
  ['a guest, though in the group', { ...ken, kind: 'guest' }, 'guest'],
  ['a deactivated person, though in the group', { ...ken, kind: 'deactivated' }, 'deactivated'],
  ['a bot, though in the group', { ...ken, kind: 'bot' }, 'bot'],
  ['a person of another workspace, though in the group', { ...ken, kind: 'stranger' }, 'stranger'],
];

test.each(cases)('%s', (_who, clicker, expected) => {
  const request = requestOf({
    slackUserIds: ['U0YUKI', 'U0BOB'],
    typed: [{ email: 'jo@partner.example' }, { email: 'Sam@Partner.example' }],
  });
  expect(refusalToDecide(clicker, request, approvers)).toBe(expected);
});

test('a requester without an e-mail is not taken for an approver without one', () => {
  const request = requestOf();
  request.requestedBy.email = '';
  expect(refusalToDecide(ken, request, approvers)).toBeUndefined();
});

test.each([
  ['the requester', aiko, true],
  ['an approver', ken, false],
  ['a beneficiary', yuki, false],
])('%s and withdrawing', (_who, { id }, expected) => {
  expect(mayWithdraw(id, requestOf())).toBe(expected);
});
