import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { commandsToPaste } from '../../sandbox/command/commands-to-paste.ts';
import { playTour } from '../../sandbox/tour/tour.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { unhurried } from '../unhurried.ts';

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-tour-'));
  const logFile = join(folder, 'bot.log');
  const world = await startWorld(unhurried({ logFile, logLevel: 'trace' }));
  onTestFinished(async () => {
    await world.stop();
    rmSync(folder, { recursive: true });
  });
  return { world, logFile };
}

const refusal = 's3:ListAllMyBuckets with an explicit deny in a permissions boundary';
const bucket = 'payments-dev-logs-111122223333';

/** The names of the users that were made, by account. */
const usersMade = ({ aws }: World, ...accounts: string[]): string[][] =>
  accounts.map((id) =>
    [...(aws.look.accounts.get(id)?.users.values() ?? [])]
      .filter(({ path }) => path === '/onboarded/')
      .map(({ userName }) => userName),
  );

const inTokyo = 'sandbox-tokyo-logs-444455556666';

test('the tour is played to its end: Yuki meets a refusal and signs in with MFA in both accounts, then two are at the portal, and she in a terminal', async () => {
  const { world, logFile } = await start();
  const said: string[] = [];
  expect(await playTour(world, logFile, (text) => said.push(text))).toBe(0);
  const text = said.join('\n');
  const places = [
    '2 of 3',
    refusal,
    'arn:aws:iam::111122223333:mfa/yuki-phone',
    bucket,
    'arn:aws:iam::222233334444:mfa/yuki-phone',
    'search-dev-logs-222233334444',
    'sessions of 4 hours',
    `Developer/yuki@kumoworks.example: sandbox-tokyo-artifacts-444455556666, ${inTokyo}`,
    '[profile sandbox-tokyo-Developer-444455556666]',
    'There is no AWS CLI 2 here: the sandbox makes its calls',
    'Successfully logged in',
    ':assumed-role/AWSReservedSSO_Developer_',
    '2024-03-01 09:00:00 payments-dev-logs-111122223333',
    `Developer/omar@kumoworks.example: sandbox-tokyo-artifacts-444455556666, ${inTokyo}`,
    'The tour is over',
  ].map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!hasCurl)('the commands to paste do the whole job in a plain shell', async () => {
  const { world } = await start();
  const commands =
    commandsToPaste(world.url, undefined).split('Worth trying')[0]?.split('\n').slice(1).join('\n') ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', commands], { timeout: 100_000 });
  expect(usersMade(world, '111122223333', '222233334444')).toEqual([
    ['yuki@kumoworks.example', 'omar@kumoworks.example', 'sam.lee'],
    ['yuki@kumoworks.example', 'sam.lee'],
  ]);
  expect(stdout).toMatch(new RegExp(`${refusal}"}\\n{"enabled":true}\\n{"service":"s3","items":.*"${bucket}"`));
  expect(stdout).toMatch(/"sandbox-tokyo".*"Developer"/);
});
