import { expect, test } from 'vitest';
import { passwordModal } from '../../../src/messages/newcomer/password-window.ts';
import { isSpent, withoutButton } from '../../../src/messages/newcomer/spent-button.ts';
import { welcomeMessage } from '../../../src/messages/newcomer/welcome.ts';
import { en } from '../../../src/messages/words/en.ts';
import { ja } from '../../../src/messages/words/ja.ts';
import { deliverInput, prod } from '../../onboarding/at-portal.ts';
import { created, dev, samAsPerson } from '../../onboarding/examples.ts';

test.each([
  ['English', en, /earlier ones no longer work/],
  ['Japanese', ja, /以前に発行したパスワード/],
])('in %s the window says that earlier passwords no longer work only where there was one', (_language, words, says) => {
  const shown = (isInstead: boolean) =>
    JSON.stringify(
      passwordModal({ account: dev, userName: 'sam', loginUrl: 'https://a.example', password: 'p', isInstead }, words),
    );
  expect(shown(true)).toMatch(says);
  expect(shown(false)).not.toMatch(says);
});

test('where a button is of no use any more stands why; the others stay', () => {
  const input = { ...deliverInput([]), person: created(samAsPerson, [dev.id, prod.id]) };
  const { blocks } = welcomeMessage(input, en);
  const left = withoutButton(blocks, `password-${dev.id}`, 'AlreadySignedIn', en);
  expect(left.filter(({ type }) => type === 'actions').map(({ block_id }) => block_id)).toEqual([
    `password-${prod.id}`,
    ...blocks
      .filter(({ block_id = '', type }) => type === 'actions' && !block_id.startsWith('password'))
      .map(({ block_id }) => block_id),
  ]);
  expect(JSON.stringify(left)).toContain('You have set your own password here.');
  expect(left).toHaveLength(blocks.length);
});

test.each([
  ['AlreadySignedIn', true],
  ['ClaimClosed', true],
  ['UserNotFound', true],
  ['AlreadyShown', false],
  ['Overtaken', false],
  ['NotYours', false],
])('after %s the button is of no use any more: %s', (refusal, expected) => {
  expect(isSpent(refusal)).toBe(expected);
});
