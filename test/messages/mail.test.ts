import { expect, test } from 'vitest';
import { welcomeMail } from '../../src/messages/mail.ts';
import { en } from '../../src/messages/words/en.ts';
import { ja } from '../../src/messages/words/ja.ts';
import type { DeliverInput } from '../../src/onboarding/request.ts';
import { requestOf } from '../onboarding/examples.ts';

function inputFrom(name: string): DeliverInput {
  const { requestId, requestedBy, account } = requestOf();
  return {
    requestId,
    requestedBy: { ...requestedBy, name },
    account,
    person: {
      userName: 'sam',
      displayName: 'sam@partner.example',
      email: 'sam@partner.example',
      locale: 'en-US',
      claimant: 'hash',
      LoginURL: 'https://dev.signin.aws.amazon.com/console',
    },
    decision: {
      outcome: 'approved',
      request: requestId,
      by: { slackUserId: 'U0KEN', email: 'ken@example.com', name: 'Ken' },
      at: '2026-11-22T00:00:00Z',
      claimUntil: '2026-11-29T00:00:00Z',
    },
  };
}

test.each([
  ['a name', 'Aiko Tanaka', 'Aiko Tanaka'],
  ['a Japanese name, in its order', '田中 愛子', '田中 愛子'],
  ['a name written from right to left', 'ليلى حداد', 'ليلى حداد'],
  ['a name with an emoji', 'Aiko 👩‍💻', 'Aiko 👩‍💻'],
  ['a name over several lines', 'Aiko\n\nTanaka', 'Aiko Tanaka'],
  ['a name of 250 characters', 'A'.repeat(250), 'aiko@example.com'],
  ['a link', 'Sign in at https://evil.example', 'aiko@example.com'],
  ['a name that turns the text after it around', 'Aiko \u202etxet', 'aiko@example.com'],
  ['a bare domain', 'Verify at signin-aws.com', 'aiko@example.com'],
  ['no name', ' ', 'aiko@example.com'],
])('%s stands in the mail as what it is, or their address does', (_what, name, shown) => {
  const { text, html } = welcomeMail(inputFrom(name), 'secret', en);
  expect(text).toMatch(new RegExp(`^${shown} asked for AWS access for you and Ken approved it`));
  expect(html).toContain(shown);
});

test('the mail says the same as text and as HTML, in both languages', () => {
  for (const words of [en, ja]) {
    const { text, html, subject } = welcomeMail(inputFrom('田中 愛子'), 'a<b&c"d', words);
    for (const line of text
      .split('\n')
      .filter(Boolean)
      .filter((line) => !line.includes('a<b&c"d') && !line.includes('<')))
      for (const part of line.split(/: |：(?=\S)/)) expect(html).toContain(part);
    expect(html).toContain('a&lt;b&amp;c&quot;d');
    expect(subject).toContain('dev (111122223333)');
  }
});
