import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';
import { briefClocks, wholeClocks } from './clocks.ts';
import { isBroken, report } from './table.ts';

const USAGE = `npm run chaos -- --seed 1 --minutes 60
  --seed N     what happens, and when: the same seed plans the same
  --minutes M  how long; without it, everything once in half a minute, on short clocks
  --short      short clocks for however long`;

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string' }, short: { type: 'boolean' } },
});
const { short, minutes: given = '0' } = values;
const [seed, minutes] = [Number(values.seed), Number(given)];
if (!Number.isInteger(seed) || !(minutes >= 0)) throw new Error(USAGE);

// So that no bot outlives it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const print = (line: string) => void process.stdout.write(`${line}\n`);
const clocks = short || minutes === 0 ? briefClocks : wholeClocks;
const limit = (minutes * 2 + (clocks === wholeClocks ? 40 : 5)) * 60_000;
const result = await runChaos({ seed, minutes, newcomers: minutes === 0 ? 300 : 4_000, limit }, clocks, print);
print(report(result));
if (isBroken(result)) process.exitCode = 1;
else rmSync(dirname(result.logFile), { recursive: true });
