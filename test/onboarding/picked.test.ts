import { expect, test } from 'vitest';
import { reasonAgainstPicked } from '../../src/onboarding/resolve.ts';
import type { SlackPerson } from '../../src/onboarding/slack-person.ts';
import { yuki } from './examples.ts';

const rules = {
  userName: '{local}' as const,
  guests: 'refuse' as const,
  isUserName: (name: string) => name === 'yuki',
};

test.each<
  [who: string, person: Partial<SlackPerson>, whereGuestsAreRefused: string | undefined, allowed: string | undefined]
>([
  ['a member', {}, undefined, undefined],
  ['a guest', { kind: 'guest' }, 'guest', undefined],
  ['a bot', { kind: 'bot' }, 'bot', 'bot'],
  ['somebody deactivated', { kind: 'deactivated' }, 'deactivated', 'deactivated'],
  ['somebody of another workspace', { kind: 'stranger' }, 'other-workspace', 'other-workspace'],
  ['somebody without an e-mail', { email: '' }, 'no-email', 'no-email'],
  ['a guest without an e-mail', { kind: 'guest', email: '' }, 'guest', 'no-email'],
  ['somebody whose address makes no user name', { email: 'ken@example.com' }, 'user-name-invalid', 'user-name-invalid'],
])('what speaks against %s who is picked', (_who, person, refused, allowed) => {
  expect(reasonAgainstPicked({ ...yuki, ...person }, rules)).toBe(refused);
  expect(reasonAgainstPicked({ ...yuki, ...person }, { ...rules, guests: 'allow' })).toBe(allowed);
});
