import { writeFileSync } from 'node:fs';
import { machines, textOf } from './index.ts';

// npm run machines: writes the definitions that are committed and deployed.

for (const [name, machine] of Object.entries(machines))
  writeFileSync(new URL(`../state-machines/${name}.asl.json`, import.meta.url), textOf(machine));
