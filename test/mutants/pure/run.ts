import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { complaintsOf, figuresOf, GOAL } from './judge.ts';
import { mayLive } from './may-live.ts';
import { type Report, triedIn } from './report.ts';

// npm run mutants: changes the pure rooms of src in small ways, one by one, and looks whether a test fails.
// With --only PATH those files alone: src/onboarding/search.ts, or 'src/methods/**/*.ts'.

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
process.chdir(new URL('../../../', import.meta.url).pathname);
try {
  process.exitCode = await look();
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns 1 where something can be changed that no test misses */
async function look(): Promise<number> {
  const file = join(folder, 'report.json');
  await new Stryker({
    mutate: [values.only ?? 'src/{onboarding,methods,contract}/**/*.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutants/pure/vitest.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner'],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: file },
    concurrency: 1,
    // A machine may be several times slower; what turns in a circle is stopped before, by how often it comes by.
    timeoutMS: 20_000,
    // Not copied: what no test of these rooms reads, and a second configuration for Biome to stumble over.
    ignorePatterns: ['docs', 'test/{bot,page,sandbox,chaos}', 'biome.json'],
    // Stryker would rewrite it by an API that TypeScript has no more; nothing that runs here reads it.
    tsconfigFile: 'none',
    allowConsoleColors: false,
  }).runMutationTest();
  const tried = triedIn(JSON.parse(readFileSync(file, 'utf8')) as Report);
  for (const { room, killed, all, share } of figuresOf(tried))
    process.stdout.write(`${room}: a test misses ${killed} of ${all} changes, ${share.toFixed(1)} %\n`);
  const complaints = complaintsOf(tried, mayLive, values.only === undefined ? GOAL : 0);
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  return complaints.length > 0 ? 1 : 0;
}
