import { expect, test } from 'vitest';
import { absenceOf } from '../../src/onboarding/absence.ts';
import type { SlackPerson } from '../../src/onboarding/slack-person.ts';
import { yuki } from './examples.ts';

type Kind = SlackPerson['kind'] | 'nobody';

// Whom Slack knew when the request was sent, by what it says of them now.
test.each<[now: Kind, whereGuestsAreRefused: string | undefined, whereTheyAreAllowed: string | undefined]>([
  ['member', undefined, undefined],
  ['guest', 'GuestNow', undefined],
  ['bot', 'PersonGone', 'PersonGone'],
  ['deactivated', 'PersonGone', 'PersonGone'],
  ['stranger', 'PersonGone', 'PersonGone'],
  ['nobody', 'PersonGone', 'PersonGone'],
])('somebody of Slack who is %s now', (now, refused, allowed) => {
  const found = now === 'nobody' ? undefined : { ...yuki, kind: now };
  expect(absenceOf(found, { wasInSlack: true, guests: 'refuse' })).toBe(refused);
  expect(absenceOf(found, { wasInSlack: true, guests: 'allow' })).toBe(allowed);
});

// Who was typed in and whom Slack did not know: by their address they may have come there since.
test.each<[now: Kind, whereGuestsAreRefused: string | undefined, whereTheyAreAllowed: string | undefined]>([
  ['nobody', undefined, undefined],
  ['member', undefined, undefined],
  ['guest', 'GuestNow', undefined],
  ['bot', 'PersonGone', 'PersonGone'],
  ['stranger', 'PersonGone', 'PersonGone'],
])('somebody from outside Slack who is %s there now', (now, refused, allowed) => {
  const found = now === 'nobody' ? undefined : { ...yuki, kind: now };
  expect(absenceOf(found, { wasInSlack: false, guests: 'refuse' })).toBe(refused);
  expect(absenceOf(found, { wasInSlack: false, guests: 'allow' })).toBe(allowed);
});
