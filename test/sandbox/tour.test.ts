import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { commandsToPaste } from '../../sandbox/commands-to-paste.ts';
import { playTour } from '../../sandbox/tour/tour.ts';
import { startWorld } from '../../sandbox/world.ts';

async function start() {
  const logFile = join(mkdtempSync(join(tmpdir(), 'boarding-pass-tour-')), 'bot.log');
  const world = await startWorld({ logFile, logLevel: 'trace' });
  onTestFinished(() => world.stop());
  return { world, logFile };
}

const refusal = 's3:ListAllMyBuckets with an explicit deny in a permissions boundary';
const bucket = 'payments-dev-logs-111122223333';

test('the tour is played to its end: Yuki meets a refusal, assigns MFA, and signs in with it', async () => {
  const { world, logFile } = await start();
  const said: string[] = [];
  expect(await playTour(world, logFile, (text) => said.push(text))).toBe(0);
  const text = said.join('\n');
  const places = [refusal, 'arn:aws:iam::111122223333:mfa/yuki-phone', bucket, 'The tour is over'].map((part) =>
    text.indexOf(part),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!hasCurl)('the commands to paste do the whole job in a plain shell', async () => {
  const { world } = await start();
  const commands =
    commandsToPaste(world.url, undefined).split('Worth trying')[0]?.split('\n').slice(1).join('\n') ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', commands], { timeout: 25_000 });
  expect(stdout).toMatch(new RegExp(`${refusal}"}\\n{"enabled":true}\\n{"service":"s3","items":.*"${bucket}"`));
});
