import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { machines, textOf } from '../../manifests/aws/machines/index.ts';

test.each(Object.entries(machines))(
  'the definition of %s is what its source makes: else run npm run machines',
  (name, machine) => {
    const committed = readFileSync(
      new URL(`../../manifests/aws/state-machines/${name}.asl.json`, import.meta.url),
      'utf8',
    );
    expect(committed).toBe(textOf(machine));
  },
);
