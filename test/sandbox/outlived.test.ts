import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';

const main = new URL('../../sandbox/main.ts', import.meta.url).pathname;

/** The sandbox as people start it, and what its bot logged so far. */
async function startSandbox() {
  const sandbox = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(sandbox, 'exit');
  onTestFinished(async () => {
    sandbox.kill('SIGKILL');
    await exited;
  });
  let logFile = '';
  for await (const line of createInterface(sandbox.stdout)) {
    logFile = /^The bot's log is (\S+)/.exec(line)?.[1] ?? logFile;
    if (line.startsWith('sandbox ready')) break;
  }
  onTestFinished(() => rmSync(logFile, { force: true }));
  const port = /"port":(\d+)[^\n]*"health and metrics are served"/.exec(readFileSync(logFile, 'utf8'))?.[1];
  return { sandbox, exited, healthUrl: `http://localhost:${port}/healthz` };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

test.each(['SIGTERM', 'SIGKILL'] as const)('no bot outlives a sandbox that is ended by %s', async (signal) => {
  const { sandbox, exited, healthUrl } = await startSandbox();
  expect(await answers(healthUrl)).toBe(true);
  sandbox.kill(signal);
  await exited;
  await until('the end of the bot', async () => !(await answers(healthUrl)));
});
