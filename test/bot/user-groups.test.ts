import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { startWorld } from '../../sandbox/world.ts';
import { goodPolicy, useStarts } from './starts.ts';

const starts = useStarts();
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-groups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a user group that does not exist is told as that, once, with who names it', async () => {
  const said = await starts.refusal({ policy: goodPolicy.replaceAll('S0PLATFORM', 'S0NOWHERE') });
  expect(said.match(/S0NOWHERE/g)).toHaveLength(1);
  expect(said).toMatch(
    /^The policy file does not fit the workspace:\n {2}the user group S0NOWHERE does not exist in this workspace: copy its id/,
  );
});

test('without a paid plan it is told that there are no user groups, and what to write instead', async () => {
  const free = { ...kumoworks, team: { ...kumoworks.team, plan: 'free' as const } };
  const world = startWorld({ organization: free, logFile: join(folder, 'free.log') });
  await expect(world).rejects.toThrow(
    /does not fit the workspace:\n {2}the user groups S0PLATFORM, S0LEADS cannot be read: they need a paid plan of Slack; name people by id \(U…\) or e-mail address instead\n/,
  );
});
