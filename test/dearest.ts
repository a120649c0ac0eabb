import { relative } from 'node:path';
import type { Reporter } from 'vitest/node';

const HOW_MANY = 10;

/** Says at the end of a run which test files took longest, and how much of all the time that was. */
export const dearest: Reporter = {
  onTestRunEnd(modules) {
    const files = modules.map((module) => ({ name: relative('.', module.moduleId), ms: module.diagnostic().duration }));
    if (files.length <= HOW_MANY) return;
    const all = files.reduce((sum, { ms }) => sum + ms, 0);
    const worst = files.toSorted((a, b) => b.ms - a.ms).slice(0, HOW_MANY);
    const lines = worst.map(({ name, ms }) => `  ${seconds(ms).padStart(7)}  ${name}`);
    process.stdout.write(
      `The ten dearest of ${files.length} test files, of ${seconds(all)} in all\n${lines.join('\n')}\n`,
    );
  },
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
