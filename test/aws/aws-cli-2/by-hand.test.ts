import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { commandsForCli } from '../../../sandbox/command/commands-for-cli.ts';
import { commandsToPaste } from '../../../sandbox/command/commands-to-paste.ts';
import { playTour } from '../../../sandbox/tour/tour.ts';
import { startWorld } from '../../../sandbox/world.ts';
import { unhurried } from '../../unhurried.ts';
import { awsCli2, needsAwsCli2, patience } from './shell.ts';

// What `npm run sandbox` offers whoever has an AWS CLI 2.

needsAwsCli2();

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-by-hand-'));
  const world = await startWorld(unhurried({ logFile: join(folder, 'bot.log'), logLevel: 'trace', language: 'en' }));
  onTestFinished(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { world, folder };
}

/** Without what is another one each time: colours, the port, the code of the terminal, and what time it is where somebody lives. */
const lasting = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/localhost:\d+/g, 'localhost:PORT')
    .replace(/\b[A-Z]{4}-[A-Z]{4}\b/g, 'CODE')
    .replace(/│ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '│ TIME')
    .replace(/ +$/gm, '');

test('the tour ends with the AWS CLI of this computer, as the README shows it', patience, async () => {
  const { world, folder } = await start();
  const said: string[] = [];
  const code = await playTour(world, join(folder, 'bot.log'), (text) => said.push(text), awsCli2());
  expect(code, said.slice(-3).join('\n')).toBe(0);
  const text = lasting(said.join('\n'));
  const [, shown = ''] = /```\n(▸ Yuki gets [\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  let from = 0;
  for (const part of lasting(shown)
    .split(/^ {2}…\n|(?=▸)/m)
    .filter((each) => each !== '')) {
    const at = text.indexOf(part.trimEnd(), from);
    expect(at, part).toBeGreaterThanOrEqual(from);
    from = at + part.trimEnd().length;
  }
  expect(text.slice(from)).toContain('The tour is over');
});

test('the commands to paste end with the buckets that the AWS CLI lists', patience, async () => {
  const { world, folder } = await start();
  symlinkSync(awsCli2(), join(folder, 'aws'));
  const [job = ''] = commandsToPaste(world.url, undefined).split('Worth trying');
  const script = [job, commandsForCli(world.url).join('\n')].map((text) => text.split('\n').slice(1).join('\n'));
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder, TMPDIR: folder };
  const { stdout } = await promisify(execFile)('bash', ['-c', script.join('\n')], { env });
  expect(stdout).toMatch(/"Account": "444455556666"/);
  expect(stdout).toMatch(/ sandbox-tokyo-artifacts-444455556666\n.* sandbox-tokyo-logs-444455556666\n/);
});
