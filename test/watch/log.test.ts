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
