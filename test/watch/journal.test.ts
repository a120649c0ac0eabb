import { type Logger, pino } from 'pino';
import { expect, test } from 'vitest';
import { createJournal, type Happening } from '../../src/watch/journal.ts';
import { createMetrics } from '../../src/watch/metrics.ts';

const user = { account: '111122223333', userName: 'yuki' };
const told = { accounts: ['111122223333', '222222222222'], userName: 'yuki' };
const asked: Happening = {
  event: 'asked',
  request: 'V1',
  requester: 'U1',
  accounts: ['1'],
  profile: 'dev',
  people: 2,
};

/** A log in memory, and the lines that it took. */
function logOf(level: string): { log: Logger; lines: () => object[] } {
  const written: string[] = [];
  const log = pino({ base: null, timestamp: false, level }, { write: (line: string) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line)) };
}

/** The samples that are not zero, without those of the process. */
async function counted({ registry }: ReturnType<typeof createMetrics>): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => /^boarding_pass_(?!task|queue).* [1-9]/.test(line));
}

const happenings: [Happening, counts: string[]][] = [
  [asked, ['requests_total 1']],
  [{ event: 'decided', request: 'V1', outcome: 'denied', by: 'U2' }, ['decisions_total{outcome="denied"} 1']],
  [
    { event: 'refused', request: 'V1', tried: 'decide', by: 'U1', rule: 'requester' },
    ['refusals_total{rule="requester"} 1'],
  ],
  [{ event: 'created', request: 'V1', approvedBy: 'U2', ...user }, []],
  [{ event: 'not-created', request: 'V1', error: 'UserAlreadyExists', ...user }, []],
  [{ event: 'set-aside', request: 'V1', error: 'UserMissing', userName: 'yuki' }, []],
  [{ event: 'delivered', request: 'V1', via: 'mail', ...told }, ['deliveries_total{via="mail",outcome="delivered"} 1']],
  [
    { event: 'not-delivered', request: 'V1', via: 'slack', error: 'CannotBeReached', ...told },
    ['deliveries_total{via="slack",outcome="not-delivered"} 1'],
  ],
  [{ event: 'password-shown', request: 'V1', by: 'U3', ...user }, ['passwords_total{outcome="shown"} 1']],
  [{ event: 'password-replaced', request: 'V1', by: 'U3', ...user }, ['passwords_total{outcome="replaced"} 1']],
  [
    { event: 'password-refused', request: 'V1', by: 'U3', refusal: 'ClaimClosed', ...user },
    ['passwords_total{outcome="ClaimClosed"} 1'],
  ],
  [
    { event: 'password-failed', request: 'V1', by: 'U3', error: 'IssueFailed', ...user },
    ['passwords_total{outcome="failed"} 1'],
  ],
  [{ event: 'access-shown', by: 'U3', profile: 'sso' }, ['access_questions_total{outcome="shown"} 1']],
  [{ event: 'access-refused', by: 'U3', profile: 'sso' }, ['access_questions_total{outcome="refused"} 1']],
  [
    { event: 'access-failed', by: 'U3', profile: 'sso', error: 'RateLimited' },
    ['access_questions_total{outcome="failed"} 1'],
  ],
];
test.each(happenings)('$event is one line with the request, and is counted', async (happening, counts) => {
  const metrics = createMetrics();
  const { log, lines } = logOf('info');
  createJournal(log, metrics).record(happening);
  const { event, ...facts } = happening;
  expect(lines()).toEqual([{ level: 30, audit: event, ...facts, msg: event }]);
  expect(await counted(metrics)).toEqual(counts.map((sample) => `boarding_pass_${sample}`));
});

test('a log that is to hold errors alone holds what happened, too', () => {
  const { log, lines } = logOf('error');
  createJournal(log, createMetrics()).record(asked);
  log.info('something else');
  expect(lines()).toHaveLength(1);
});

test('what has not happened yet is counted as nothing, so that its first time is a rise', async () => {
  const text = await createMetrics().registry.metrics();
  expect(text).toContain('boarding_pass_decisions_total{outcome="expired"} 0');
  expect(text).toContain('boarding_pass_deliveries_total{via="slack",outcome="not-delivered"} 0');
});
