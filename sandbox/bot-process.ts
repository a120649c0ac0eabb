import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setClock } from './clock/set-clock.ts';

/** The bot as a process of its own, the same that would run in production. */
export type Bot = {
  process: ChildProcess;
  /** Resolves with the exit code. */
  exited: Promise<number | null>;
  /** Where it tells how it is: /healthz, /readyz and /metrics. */
  healthUrl: string;
  /** Stops its clock until it is thawed, as a machine does that is short of everything; its connections stay. */
  freeze(): void;
  thaw(): void;
  /** Neither frozen nor gone. */
  isAwake(): boolean;
  /**
   * Sets how many milliseconds its clock is ahead of the machine's; resolves once what is due by then has begun, or it is gone. Where
   * it knows of no such clock, at once.
   */
  setClock(ahead: number): Promise<void>;
  /** Asks it to stop as an orchestrator would, and waits. */
  stop(): Promise<void>;
};

const main = new URL('../src/main.ts', import.meta.url).pathname;
const inBot = new URL('clock/in-bot.ts', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** Where this process keeps compiled code the bot does too, if anywhere: tests start it many times. */
const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
/** Node's own, as production has them: memory is measured here. */
const options: string[] = scripts.start.split(' ').slice(1, -1);

/**
 * Starts the bot as `npm start` does, or the command that stands for it; resolves when it says that it is ready.
 * @throws with what it logged last if it leaves before
 */
export async function startBot({
  environment,
  logFile,
  command,
  ahead = 0,
}: {
  environment: NodeJS.ProcessEnv;
  logFile: string;
  command?: [string, ...string[]];
  /** What its clock begins with; of a command of one's own it is the machine's. */
  ahead?: number;
}): Promise<Bot> {
  const [program, ...args] = command ?? [process.execPath, ...options, '--import', `${inBot}?ahead=${ahead}`, main];
  const child = spawn(program, args, {
    // Any free port for those who watch it: many bots run on one machine.
    env: { PATH: process.env.PATH, HEALTH_PORT: '0', ...compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(command ? [] : ['ipc' as const])],
    // A Ctrl-C at the terminal goes to the whole group: the bot is asked to stop once, by its world.
    detached: true,
  }) as Child;
  const exited = keepLog(child, logFile);
  const { ready, said } = listenTo(child);
  const left = exited.then((code) => {
    throw new Error(`The bot left with code ${code}: ${said.reason ?? said.last}\nIts log is ${logFile}`);
  });
  await Promise.race([ready, left]);
  left.catch(() => {});
  return { process: child, exited, healthUrl: said.healthUrl, ...controlsOf(child, exited) };
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Writes down what it says until it has left, and sees to it that it does. */
function keepLog(child: Child, logFile: string): Bot['exited'] {
  // However this process ends, the bot does not outlive it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const file = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  // Later than its exit: by then everything that it wrote has been read, and is in its log.
  return once(child, 'close').then(async ([code]) => {
    process.off('exit', kill);
    await finished(file.end());
    return code;
  });
}

/** What it said so far, and when it was ready. */
function listenTo(child: Child): { ready: Promise<void>; said: { last: string; reason?: string; healthUrl: string } } {
  const said: { last: string; reason?: string; healthUrl: string } = { last: '', healthUrl: '' };
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const { msg = line, port, level = 0 } = read(line);
      said.last = msg;
      // Something else may still be told before the process is gone.
      if (level >= FATAL) said.reason ??= msg;
      if (msg === 'health and metrics are served') said.healthUrl = `http://localhost:${port}`;
      if (msg === 'ready') resolve();
    });
    createInterface(child.stderr).on('line', (line) => {
      said.last = line;
    });
  });
  return { ready, said };
}

function controlsOf(child: Child, exited: Bot['exited']) {
  let isFrozen = false;
  return {
    freeze() {
      isFrozen = child.kill('SIGSTOP');
    },
    thaw() {
      child.kill('SIGCONT');
      isFrozen = false;
    },
    isAwake: () => !isFrozen && child.exitCode === null && child.signalCode === null,
    setClock: (wanted: number) => setClock(child, wanted),
    async stop() {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** A level of pino. */
const FATAL = 60;

function read(line: string): { msg?: string; port?: number; level?: number } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
