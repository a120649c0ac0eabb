import { expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import * as telephone from '../../../sandbox/page/client/aws/console/one-time-code.ts';

const seed = Buffer.from('12345678901234567890');
const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

// RFC 6238, appendix B, the rows of SHA-1: eight digits there, of which six are the last ones.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i seconds the code ends as the one of the RFC, %s', async (seconds, code) => {
  expect(codeOf(seed, stepAt(seconds * 1000))).toBe(code.slice(-6));
  expect(await telephone.codeOf(key, telephone.stepAt(seconds * 1000))).toBe(code.slice(-6));
});

test('a code is good for thirty seconds', () => {
  expect([0, 29_999, 30_000, 59_999, 60_000].map(stepAt)).toEqual([0, 0, 1, 1, 2]);
  expect([0, 1, 29_001, 30_000].map(telephone.secondsLeft)).toEqual([30, 30, 1, 30]);
});

// RFC 4648, section 10, without the padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
  ['12345678901234567890', key],
])('"%s" is %s in base32', (text, written) => {
  expect(toBase32(Buffer.from(text))).toBe(written);
  expect(Buffer.from(fromBase32(written) ?? '').toString()).toBe(text);
});

test.each(['mzxw6', 'MZXW1', 'MZ XW'])('"%s" is no base32', (text) => {
  expect(fromBase32(text)).toBeUndefined();
});
