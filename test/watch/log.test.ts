import { expect, test } from 'vitest';
import { createLog } from '../../src/watch/log.ts';

test('the log has every cause of an error, by what names it and no more', () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { request: 'secret' });
  const failed = new TypeError('fetch failed', { cause: new AggregateError([reset]) });
  const { err } = createLog()[Symbol.for('pino.serializers') as never] as { err: (err: unknown) => unknown };
  const said = JSON.stringify(err(failed));
  expect(said).toMatch(/fetch failed.*AggregateError.*read ECONNRESET/);
  expect(said).not.toContain('secret');
});

test('causes that go round in a circle come to an end, and a proxy’s password is in none of them', () => {
  const first = new Error('tunnel via http://robot:s3cret@proxy.example');
  first.cause = new Error('again', { cause: first });
  const { err } = createLog()[Symbol.for('pino.serializers') as never] as { err: (err: unknown) => unknown };
  expect(err(first)).toMatchObject({ message: 'tunnel via http://proxy.example', cause: { message: 'again' } });
  expect(JSON.stringify(err(first))).not.toContain('s3cret');
});
