import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { commandsForCli } from '../../../sandbox/commands-for-cli.ts';
import { commandsToPaste } from '../../../sandbox/commands-to-paste.ts';
import { findAwsCli2 } from '../../../sandbox/own-cli/find.ts';
import { playTour } from '../../../sandbox/tour/tour.ts';
import { startWorld } from '../../../sandbox/world.ts';
import { needsAwsCli2, patience } from './shell.ts';

// What `npm run sandbox` offers whoever has an AWS CLI 2.

needsAwsCli2();

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-by-hand-'));
  const world = await startWorld({ logFile: join(folder, 'bot.log'), logLevel: 'trace' });
  onTestFinished(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { world, folder };
}

test('the tour ends with the AWS CLI of this computer', patience, async () => {
  const { world, folder } = await start();
  const said: string[] = [];
  expect(await playTour(world, join(folder, 'bot.log'), (text) => said.push(text), findAwsCli2())).toBe(0);
  const text = said.join('\n');
  expect(text).toContain('here with the AWS CLI of this computer');
  expect(text).toContain('Successfully logged into Start URL: https://kumoworks.awsapps.com/start');
  expect(text).toMatch(/ payments-dev-logs-111122223333/);
});

test('the commands to paste end with the buckets that the AWS CLI lists', patience, async () => {
  const { world, folder } = await start();
  symlinkSync(findAwsCli2() ?? '', join(folder, 'aws'));
  const [job = ''] = commandsToPaste(world.url, undefined).split('Worth trying');
  const script = [job, commandsForCli(world.url).join('\n')].map((text) => text.split('\n').slice(1).join('\n'));
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder, TMPDIR: folder };
  const { stdout } = await promisify(execFile)('bash', ['-c', script.join('\n')], { env });
  expect(stdout).toMatch(/"Account": "444455556666"/);
  expect(stdout).toMatch(/ sandbox-tokyo-artifacts-444455556666\n.* sandbox-tokyo-logs-444455556666\n/);
});
