import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type MotoServer = { url: string; stop(): Promise<void> };

/** Starts moto on a free port; it ends with this process, however that ends. */
export async function startMoto(): Promise<MotoServer> {
  const port = await freePort();
  const server = spawn('moto_server', ['--host', '127.0.0.1', '--port', String(port)], {
    // It calls itself at MOTO_PORT when it runs state machines. AWS's own 1,500 policies take it seconds in each account:
    // the tests attach a policy of the member account's stack.
    env: { ...process.env, MOTO_PORT: String(port), MOTO_IAM_LOAD_MANAGED_POLICIES: 'false' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);

  const url = `http://127.0.0.1:${port}`;
  await answering(url, server, () => said);
  return {
    url,
    async stop() {
      process.off('exit', kill);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      kill();
      await ended;
    },
  };
}

async function answering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`moto_server ended at its start:\n${said()}`);
    if (Date.now() > deadline) {
      server.kill('SIGKILL');
      throw new Error(`moto_server did not answer within 20 seconds:\n${said()}`);
    }
    const response = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (response?.ok) return;
    await pause(50);
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
