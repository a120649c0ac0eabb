import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVitest, type Vitest } from 'vitest/node';
import { exceptions } from './exceptions.ts';
import { type Definition, type Mutant, mutantsOf, nameOf, without } from './mutants.ts';

// npm run mutants:machines: takes every Retry, Catch and branch out of the definitions, one by one, and looks whether a test fails.
// With --only TEXT those alone whose name has the text in it.

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const definitions = new URL('../../manifests/aws/state-machines/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
process.env.MUTANTS_FOLDER = folder;

type Seen = { file: string; test: string; seen: string[] };

const machines = new Map(
  readdirSync(definitions).map((file): [string, Definition] => [
    file.replace('.asl.json', ''),
    JSON.parse(readFileSync(new URL(file, definitions), 'utf8')),
  ]),
);
const vitest = await createVitest('test', {
  config: new URL('vitest.config.ts', import.meta.url).pathname,
  root: new URL('../../', import.meta.url).pathname,
  watch: false,
  reporters: [{}],
});
try {
  process.exitCode = await look(vitest);
} finally {
  await vitest.close();
  rmSync(folder, { recursive: true });
}

/** @returns 1 where something can be taken out that no test misses */
async function look(vitest: Vitest): Promise<number> {
  const specifications = await vitest.globTestSpecifications();
  const whole = await vitest.runTestSpecifications(specifications);
  const failed = whole.testModules.flatMap(({ children }) => [...children.allTests('failed')]);
  if (whole.unhandledErrors.length > 0 || failed.length > 0)
    throw new Error(
      `Tests fail as it is, so mutants would tell nothing: ${failed.map((test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`)}`,
    );
  const seen = readFileSync(join(folder, 'seen.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Seen);

  const survivors: string[] = [];
  const needless: string[] = [];
  for (const [machine, definition] of machines) {
    for (const mutant of mutantsOf(machine, definition).filter((each) => nameOf(each).includes(values.only))) {
      const name = nameOf(mutant);
      const isMissed = await isNoticed(mutant, definition);
      const isExcepted = name in exceptions;
      if (!isMissed && !isExcepted) survivors.push(name);
      if (isMissed && isExcepted) needless.push(name);
      process.stdout.write(`${isMissed ? 'noticed' : isExcepted ? 'excepted' : 'SURVIVED'}  ${name}\n`);
    }
  }
  for (const name of survivors) process.stdout.write(`No test misses ${name}.\n`);
  for (const name of needless) process.stdout.write(`A test misses ${name}: it is no exception any more.\n`);
  return survivors.length + needless.length > 0 ? 1 : 0;

  async function isNoticed(mutant: Mutant, definition: Definition): Promise<boolean> {
    const text = `${JSON.stringify(without(definition, mutant), null, 2)}\n`;
    writeFileSync(join(folder, 'mutant.json'), JSON.stringify({ machine: mutant.machine, text }));
    const wanted = `${mutant.machine} ${mutant.state}${mutant.kind === 'Choices' ? '' : ` ${mutant.kind}`}`;
    const using = Map.groupBy(
      seen.filter((each) => each.seen.includes(wanted)),
      ({ file }) => file,
    );
    const batches = [...using].map(([file, tests]) => ({
      specifications: specifications.filter(({ moduleId }) => moduleId.endsWith(file)),
      pattern: tests.map(({ test }) => `^\\s*${escaped(test)}$`).join('|'),
    }));
    // What is tried again a test reads in the definitions.
    const reading = specifications.filter(({ moduleId }) => moduleId.endsWith('/retries.test.ts'));
    if (mutant.kind === 'Retry') batches.unshift({ specifications: reading, pattern: '' });
    for (const batch of batches) {
      if (batch.pattern === '') vitest.resetGlobalTestNamePattern();
      else vitest.setGlobalTestNamePattern(new RegExp(batch.pattern));
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(batch.specifications);
      if (unhandledErrors.length > 0 || testModules.some((module) => !module.ok())) return true;
    }
    return false;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
