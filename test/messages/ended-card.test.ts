import { expect, test } from 'vitest';
import type { OnboardingState } from '../../src/contract/state.ts';
import { endedRequestPost, openRequestPost, progressPost } from '../../src/messages/approvers/request-post.ts';
import { moment } from '../../src/messages/kit/mrkdwn.ts';
import { en } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import { approved, created, failed, inspectionOf, requestOf, samAsPerson } from '../onboarding/examples.ts';

const found = inspectionOf([samAsPerson]);
const state: OnboardingState = {
  ...requestOf(),
  resolved: { users: [samAsPerson], setAside: [], involved: [] },
  inspection: {
    ...found,
    Targets: found.Targets.map((target) => ({
      ...target,
      Checked: [{ Kind: 'group', Name: 'Developers', Exists: false }],
    })),
  },
  requesterLeft: { Error: 'PersonGone', Cause: '' },
};
const denied = { ...approved, outcome: 'denied', reason: 'no' } as const;
const withdrawn = { ...approved, outcome: 'withdrawn' } as const;
const ends: [how: string, more: Partial<OnboardingState>, at: string][] = [
  ['approved', { decision: approved, outcomes: [{ people: [created(samAsPerson)] }] }, approved.at],
  [
    'approved for nobody',
    { decision: approved, outcomes: [{ people: [failed(samAsPerson, 'UserGone')] }] },
    approved.at,
  ],
  ['denied', { decision: denied }, approved.at],
  ['withdrawn', { decision: withdrawn }, approved.at],
  ['left to expire', { decision: { outcome: 'expired' } }, state.approval.expiresAt],
];

test.each(ends)('of a request that was %s the card says when, in the time of its reader', (_how, more, at) => {
  for (const words of [en, ja]) expect(endedRequestPost({ ...state, ...more }, words).text).toContain(moment(at));
});

test('of a request that waits for a decision once more the card names no earlier one', () => {
  expect(openRequestPost({ ...state, decision: approved }, [], en, 'value').text).not.toContain('decided');
});

test('so it does while access is being given', () => {
  const { text } = progressPost({ ...state, decision: approved }, { done: 0, all: 1 }, en);
  expect(text).toContain(`Reference \`V1\` · decided ${moment(approved.at)}`);
});

test.each(ends)('of a request that was %s the card keeps the mark that its requester has left', (_how, more) => {
  expect(endedRequestPost({ ...state, ...more }, en).text).toContain(':warning: *<@U0AIKO>, who asked for this,');
});

test.each(ends.slice(2))('of a request that was %s the card keeps what was found in its way', (_how, more) => {
  expect(endedRequestPost({ ...state, ...more }, en).text).toContain(':warning: *Missing:* group `Developers`.');
});
