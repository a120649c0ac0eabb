import { expect, test } from 'vitest';
import { refusalToAsk } from '../../src/onboarding/may-ask.ts';

test.each([
  ['member', 'aiko@example.com', undefined],
  ['member', '', 'no-email'],
  ['guest', 'gil@example.com', 'guest'],
  ['guest', '', 'guest'],
  ['bot', '', 'bot'],
  ['deactivated', 'di@example.com', 'deactivated'],
  ['stranger', 'sam@partner.example', 'stranger'],
] as const)('a %s with the address “%s” is refused as: %s', (kind, email, refusal) => {
  expect(refusalToAsk({ kind, email })).toBe(refusal);
});
