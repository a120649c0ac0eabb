import { expect, test } from 'vitest';
import type { SetAsideReason, TypedPerson } from '../../src/contract/people.ts';
import { isUserName } from '../../src/methods/iam-user/user-name.ts';
import { type Lookups, resolvePeople } from '../../src/onboarding/resolve.ts';
import type { SlackPerson } from '../../src/onboarding/slack-person.ts';
import { aiko, developer, requestOf, yuki } from './examples.ts';

const hash = (email: string) => `hash of ${email}`;
const picked = (person: SlackPerson): Lookups['picked'][number] => ({ slackUserId: person.id, found: person });
const typed = (person: TypedPerson, found?: SlackPerson): Lookups['typed'][number] => ({ typed: person, found });
const resolve = (lookups: Partial<Lookups>, rules = developer, takesNames = false) =>
  resolvePeople(requestOf(), { picked: [], typed: [], ...lookups }, { ...rules, isUserName, takesNames }, hash);

test('somebody who was picked is known by their Slack id and reads their own language', () => {
  expect(resolve({ picked: [picked(yuki)] }).users).toEqual([
    {
      userName: 'yuki@example.com',
      displayName: '由紀',
      locale: 'ja-JP',
      slackUserId: 'U0YUKI',
      email: 'yuki@example.com',
      claimant: 'U0YUKI',
      mailbox: 'hash of yuki@example.com',
    },
  ]);
});

test('somebody who is not in Slack is known by the hash of their address and reads the requester’s language', () => {
  expect(resolve({ typed: [typed({ email: 'Sam@Partner.example', userName: 'Sam.Lee' })] }).users).toEqual([
    {
      userName: 'Sam.Lee',
      displayName: 'sam@partner.example',
      locale: 'en-US',
      email: 'sam@partner.example',
      claimant: 'hash of sam@partner.example',
      mailbox: 'hash of sam@partner.example',
    },
  ]);
});

test('a typed address of a member goes by direct message, whatever its domain', () => {
  expect(resolve({ typed: [typed({ email: 'Yuki@example.com' }, yuki)] }).users[0]).toMatchObject({
    slackUserId: 'U0YUKI',
    claimant: 'U0YUKI',
  });
});

test('somebody who was picked and typed, in other letter case, is onboarded once, under the name that was typed', () => {
  const { users, setAside } = resolve({
    picked: [picked(yuki)],
    typed: [typed({ email: 'YUKI@Example.com', userName: 'yuki' }, yuki)],
  });
  expect(users.map(({ userName }) => userName)).toEqual(['yuki']);
  expect(setAside).toEqual([{ who: 'U0YUKI', reason: 'named-twice' }]);
});

const named = (lookups: Partial<Lookups>) => resolve(lookups, developer, true).users[0];

test.each<[who: string, lookups: Partial<Lookups>, names: object]>([
  [
    'their name in Slack',
    { picked: [picked({ ...yuki, name: '佐藤 由紀' })] },
    { givenName: '由紀', familyName: '佐藤' },
  ],
  ['the one name that they have', { picked: [picked(yuki)] }, { givenName: '由紀', familyName: '由紀' }],
  [
    'the name that was typed, rather than that in Slack',
    { typed: [typed({ email: 'yuki@example.com', name: 'Yuki Sato' }, yuki)] },
    { displayName: 'Yuki Sato', givenName: 'Yuki', familyName: 'Sato' },
  ],
  [
    'what their address says, where nothing else does',
    { typed: [typed({ email: 'sam.lee@partner.example' })] },
    { displayName: 'sam.lee@partner.example', givenName: 'Sam', familyName: 'Lee' },
  ],
  [
    'what their address says, where their name cannot be seen',
    { picked: [picked({ ...yuki, name: '\u200b' })] },
    { displayName: 'yuki@example.com', givenName: 'Yuki', familyName: 'Yuki' },
  ],
])('where the method asks for names, somebody is called by %s', (_what, lookups, names) => {
  expect(named(lookups)).toMatchObject(names);
});

test.each<[who: string, lookups: Partial<Lookups>, written: string | undefined]>([
  ['as it was typed', { typed: [typed({ email: 'Sam@Partner.example' })] }, 'Sam@Partner.example'],
  [
    'as Slack has it, rather than as it was typed',
    { typed: [typed({ email: 'YUKI@example.com' }, { ...yuki, emailAsWritten: 'Yuki@example.com' })] },
    'Yuki@example.com',
  ],
  ['not at all where it is in small letters', { picked: [picked(yuki)] }, undefined],
])('beside an address in small letters the method is told it %s', (_what, lookups, written) => {
  const person = named(lookups);
  expect(person?.email).toBe(person?.email.toLowerCase());
  expect(person?.emailAsWritten).toBe(written);
});

const bob: SlackPerson = { ...yuki, id: 'U0BOB', email: 'bob@example.com' };
const set: [who: string, lookups: Partial<Lookups>, reason: SetAsideReason][] = [
  ['a bot', { picked: [picked({ ...bob, kind: 'bot' })] }, 'bot'],
  ['a deactivated person', { picked: [picked({ ...bob, kind: 'deactivated' })] }, 'deactivated'],
  ['a guest', { picked: [picked({ ...bob, kind: 'guest' })] }, 'guest'],
  [
    'a guest whose address was typed',
    { typed: [typed({ email: 'bob@example.com' }, { ...bob, kind: 'guest' })] },
    'guest',
  ],
  ['a person of another workspace', { picked: [picked({ ...bob, kind: 'stranger' })] }, 'other-workspace'],
  ['an unknown Slack id', { picked: [{ slackUserId: 'U0NOBODY', found: undefined }] }, 'unknown-in-slack'],
  ['a person without an e-mail', { picked: [picked({ ...bob, email: '' })] }, 'no-email'],
  ['an address outside the allowed domains', { typed: [typed({ email: 'eve@elsewhere.example' })] }, 'email-domain'],
  ['a subdomain of an allowed domain', { typed: [typed({ email: 'eve@evil.partner.example' })] }, 'email-domain'],
  [
    'an address that makes no user name',
    { picked: [picked({ ...bob, email: "o'neil@example.com" })] },
    'user-name-invalid',
  ],
  [
    'an address of more than 64 characters',
    { picked: [picked({ ...bob, email: `${'x'.repeat(60)}@example.com` })] },
    'user-name-invalid',
  ],
];
test.each(set)('%s is set aside', (_who, lookups, reason) => {
  const { users, setAside } = resolve(lookups);
  expect(users).toEqual([]);
  expect(setAside.map((person) => person.reason)).toEqual([reason]);
});

test('two people whose names would be the same: the second is set aside', () => {
  const rules = { ...developer, userName: '{local}' as const };
  const { users, setAside } = resolve(
    { picked: [picked(yuki), picked({ ...bob, email: 'Yuki@other.example' })] },
    rules,
  );
  expect(users).toHaveLength(1);
  expect(setAside).toEqual([{ who: 'U0BOB', reason: 'user-name-taken' }]);
});

test.each([
  ['bob', 'Bob'],
  ['Bob', 'bob'],
])('two people called %s and %s would be one user: the second is set aside', (first, second) => {
  const { users, setAside } = resolve({
    typed: [
      typed({ email: 'a@partner.example', userName: first }),
      typed({ email: 'b@partner.example', userName: second }),
    ],
  });
  expect(users.map(({ userName }) => userName)).toEqual([first]);
  expect(setAside).toEqual([{ who: 'b@partner.example', reason: 'user-name-taken' }]);
});

test('somebody who was typed by another address of theirs, and picked, is onboarded once', () => {
  const { users, setAside } = resolve({
    typed: [typed({ email: 'yuki.sato@example.com' }, yuki)],
    picked: [picked(yuki)],
  });
  expect(users).toHaveLength(1);
  expect(setAside).toEqual([{ who: 'U0YUKI', reason: 'named-twice' }]);
});

test('of three people of whom two are one, the third is onboarded, too', () => {
  const { users } = resolve({
    typed: [typed({ email: 'yuki@example.com' }, yuki)],
    picked: [picked(yuki), picked(bob)],
  });
  expect(users.map(({ slackUserId }) => slackUserId)).toEqual(['U0YUKI', 'U0BOB']);
});

test('people of Slack are shown first, as in the form, each kind in its order', () => {
  const { users } = resolve({
    typed: [typed({ email: 'sam@partner.example' }), typed({ email: 'kim@partner.example' })],
    picked: [picked(yuki), picked(bob)],
  });
  expect(users.map(({ email }) => email)).toEqual([
    'yuki@example.com',
    'bob@example.com',
    'sam@partner.example',
    'kim@partner.example',
  ]);
});

test('a profile may take guests', () => {
  const { users } = resolve({ picked: [picked({ ...bob, kind: 'guest' })] }, { ...developer, guests: 'allow' });
  expect(users).toHaveLength(1);
});

test('everybody who was named is involved, by id, address and mailbox, and so is the requester', () => {
  const { involved } = resolve({ picked: [picked(yuki)], typed: [typed({ email: 'Sam+aws@Partner.example' })] });
  const sam = ['sam+aws@partner.example', 'sam@partner.example'];
  expect(new Set(involved)).toEqual(new Set([aiko.id, aiko.email, yuki.id, yuki.email, ...sam]));
});
