import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { runChaos } from './chaos.ts';
import { briefClocks } from './clocks.ts';
import { isBroken, report } from './table.ts';

// As long as it takes on a machine that is busy with other things: what is waited for is that everybody comes to their end.
const LIMIT_MS = 240_000;

test(
  'whatever happens to bots, services and messages: nobody is lost, nobody is told falsely or twice',
  async () => {
    const result = await runChaos({ seed: 1, minutes: 0, newcomers: 200, limit: LIMIT_MS }, briefClocks, () => {});
    expect(isBroken(result), report(result)).toBe(false);
    rmSync(dirname(result.logFile), { recursive: true });
  },
  LIMIT_MS + 60_000,
);
