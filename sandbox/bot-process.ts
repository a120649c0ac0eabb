import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The bot as a process of its own, the same that would run in production. */
export type Bot = {
  process: ChildProcess;
  /** Resolves with the exit code. */
  exited: Promise<number | null>;
  /** Asks it to stop as an orchestrator would, and waits. */
  stop(): Promise<void>;
};

/**
 * Starts `src/main.ts`; resolves when it says that it is ready.
 * @throws with what it logged last if it leaves before
 */
export async function startBot({
  environment,
  logFile,
}: {
  environment: NodeJS.ProcessEnv;
  logFile: string;
}): Promise<Bot> {
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl-C at the terminal goes to the whole group: the bot is asked to stop once, by its world.
    detached: true,
  });
  // However this process ends, the bot does not outlive it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit').then(([code]) => {
    process.off('exit', kill);
    return code as number | null;
  });
  const file = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(file);
  child.stderr.pipe(file);

  let last = '';
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      last = messageOf(line);
      if (last === 'ready') resolve();
    });
    createInterface(child.stderr).on('line', (line) => {
      last = line;
    });
  });
  const left = exited.then((code) => {
    throw new Error(`The bot left with code ${code}: ${last}\nIts log is ${logFile}`);
  });
  await Promise.race([ready, left]);
  left.catch(() => {});

  return {
    process: child,
    exited,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function messageOf(line: string): string {
  try {
    return (JSON.parse(line) as { msg?: string }).msg ?? line;
  } catch {
    return line;
  }
}
