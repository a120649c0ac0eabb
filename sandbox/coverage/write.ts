import { writeFileSync } from 'node:fs';
import { coverageTable } from './table.ts';

writeFileSync(new URL('../coverage.md', import.meta.url), coverageTable());
