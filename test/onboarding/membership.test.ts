import { expect, test } from 'vitest';
import { isAmong } from '../../src/onboarding/membership.ts';

const members = { slackUserIds: new Set(['U0KEN', 'U0LENA']), emails: new Set(['omar@example.com', '']) };

test.each([
  ['who is named by Slack id', 'U0LENA', 'lena@example.com', true],
  ['who is named by e-mail', 'U0OMAR', 'omar@example.com', true],
  ['who is named by Slack id, and shows no e-mail', 'U0KEN', '', true],
  ['who is not named', 'U0AIKO', 'aiko@example.com', false],
  ['who is not named and shows no e-mail, though an empty one is among those that are', 'U0AIKO', '', false],
])('%s: %s, %j is among them: %s', (_who, id, email, expected) => {
  expect(isAmong({ id, email }, members)).toBe(expected);
});
