import { writeFileSync } from 'node:fs';
import { MADE } from './made.ts';

for (const [path, made] of Object.entries(MADE)) writeFileSync(path, made());
