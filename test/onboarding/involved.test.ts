import { expect, test } from 'vitest';
import { resolvePeople } from '../../src/onboarding/resolve.ts';
import { aiko, developer, requestOf, yuki } from './examples.ts';

// Everybody by whom nothing may be approved: who asks, and who was named, whatever became of them.

const rules = { ...developer, isUserName: () => true, takesNames: false };
const nobody = (slackUserId: string) => ({ slackUserId, found: undefined });
const withoutMail = (id: string) => ({ slackUserId: id, found: { ...yuki, id, email: '' } });
const resolve = (picked: Parameters<typeof resolvePeople>[1]['picked']) =>
  resolvePeople(requestOf(), { picked, typed: [] }, rules, (text) => `hash of ${text}`);

test('somebody whom Slack does not know is involved by the id that was picked', () => {
  expect(resolve([nobody('U0GONE')]).involved.toSorted()).toEqual([aiko.id, 'U0GONE', aiko.email].toSorted());
});

test('somebody without an e-mail is involved by their id, and no empty address is', () => {
  expect(resolve([withoutMail('U0BOB')]).involved.toSorted()).toEqual([aiko.id, 'U0BOB', aiko.email].toSorted());
});

test.each([
  ['whom Slack does not know', nobody, 'unknown-in-slack'],
  ['who have no e-mail', withoutMail, 'no-email'],
])('two people %s are two; one who was picked twice is named twice', (_who, of, reason) => {
  expect(resolve([of('U0BOB'), of('U0JO'), of('U0BOB')]).setAside).toEqual([
    { who: 'U0BOB', reason },
    { who: 'U0JO', reason },
    { who: 'U0BOB', reason: 'named-twice' },
  ]);
});
