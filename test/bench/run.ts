import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBare, startOurs } from './bots.ts';
import type { Figure } from './figures.ts';
import { measureFirstMessage } from './first-message.ts';
import { measurePatience } from './patience.ts';
import { measureSideBySide } from './side-by-side.ts';
import { measureStart } from './starting.ts';
import { measureTypeAhead } from './type-ahead.ts';

/** Measures what the project promises, beside a bare Bolt app where it is about overhead. Machines are noisy: ratios hold, milliseconds do not. */
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-bench-'));
const log = (name: string) => join(folder, `${name}.log`);
// So that no bot outlives it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

report(await measureTypeAhead());
const [ours, bare] = [await startOurs(log('ours')), await startBare(log('bare'))];
report(await measureStart(ours, bare));
report(await measureSideBySide(ours, bare));
await bare.stop();
report(await measureFirstMessage(ours));
await ours.bot.stop();
report(await measurePatience(ours));
await ours.stop();
rmSync(folder, { recursive: true });

function report(figures: Figure[]): void {
  for (const { what, goal, is } of figures) {
    const line = `${what.padEnd(110)} ${is.padStart(10)}`;
    process.stdout.write(goal ? `${line}   goal ${goal}\n` : `${line}\n`);
  }
}
