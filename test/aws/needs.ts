import { beforeEach, inject } from 'vitest';
import { type ToolName, toldMissing } from './tools.ts';

/** Whether the tools are there; where one is not, the tests of this file are skipped, each with the reason. */
export function needs(...names: ToolName[]): boolean {
  const missing = inject('missingTools').filter((name) => names.includes(name));
  beforeEach(({ skip }) => skip(missing.length > 0, missing.map(toldMissing).join(' ')));
  return missing.length === 0;
}
