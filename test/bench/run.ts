import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { measureAnswers } from './answers.ts';
import { startBare, startOurs } from './bots.ts';
import type { Figure } from './figures.ts';
import { measureLargeRequests } from './large-requests.ts';
import { measureStart } from './starting.ts';
import { measureTypeAhead } from './type-ahead.ts';

/** Measures what the project promises, beside a bare Bolt app where it is about overhead. Machines are noisy: ratios hold, milliseconds do not. */
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-bench-'));
const log = (name: string) => join(folder, `${name}.log`);
const large = enlarged(kumoworks, { accounts: 10_000, people: 2_000 });

report(measureTypeAhead(large));

const [ours, bare] = [await startOurs(kumoworks, log('ours')), await startBare(kumoworks, log('bare'))];
report(await measureStart(ours, bare));
report(await measureAnswers(ours, bare));
await ours.stop();
await bare.stop();

report(await measureLargeRequests(enlarged(kumoworks, { people: 2_000 }), log('large')));
rmSync(folder, { recursive: true });

function report(figures: Figure[]): void {
  for (const { what, goal, is } of figures)
    process.stdout.write(`${what.padEnd(72)} ${is.padStart(9)}   goal ${goal}\n`);
}
