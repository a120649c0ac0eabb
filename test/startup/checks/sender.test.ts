import { expect, test } from 'vitest';
import { identitiesOf } from '../../../src/startup/checks/sender.ts';

test.each([
  ['ada@example.com', ['ada@example.com', 'example.com']],
  ['Ada <Ada@Mail.Example.com>', ['Ada@Mail.Example.com', 'mail.example.com', 'example.com']],
])('%s is sent if SES has verified one of these', (from, identities) => {
  expect(identitiesOf(from)).toEqual(identities);
});
