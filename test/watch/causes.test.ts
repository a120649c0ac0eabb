import { expect, test } from 'vitest';
import { causesOf, withCauses } from '../../src/watch/causes.ts';

const inChain = new Error('self-signed certificate in certificate chain');

test('an error is told with all that is behind it, each once', () => {
  const failed = new TypeError('fetch failed', { cause: inChain });
  const asked = new Error('A request error occurred: fetch failed', { cause: failed });
  expect(withCauses(asked)).toBe(
    'A request error occurred: fetch failed: self-signed certificate in certificate chain',
  );
  expect(causesOf(asked)).toEqual([asked, failed, inChain]);
});

test('of a host with several addresses it is told why the first was not reached', () => {
  const tries = [new Error('connect ECONNREFUSED ::1:443'), new Error('connect ECONNREFUSED 127.0.0.1:443')];
  expect(withCauses(new AggregateError(tries))).toBe('AggregateError: connect ECONNREFUSED ::1:443');
});

test('what is no error, or its own cause, comes to an end', () => {
  const own = new Error('again');
  own.cause = own;
  expect(withCauses(own)).toBe('again');
  expect(withCauses('gone')).toBe('gone');
});

test.each([
  ['via http://robot:s3cret@proxy.example:3128', 'via http://proxy.example:3128'],
  ['via http://robot@proxy.example', 'via http://proxy.example'],
  ['via http://robot:a@b@proxy.example/', 'via http://proxy.example/'],
  ['https://example.com/a@b and sam@partner.example', 'https://example.com/a@b and sam@partner.example'],
])('“%s” is told as “%s”', (said, told) => {
  expect(withCauses(new Error('Failed to establish tunnel', { cause: new Error(said) }))).toBe(
    `Failed to establish tunnel: ${told}`,
  );
});
