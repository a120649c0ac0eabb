import type { Logger } from 'pino';
import { StartupError } from '../watch/startup-error.ts';

/** Below the 30 s that ECS and Kubernetes give a container before they kill it. */
const GRACE_MS = 20_000;

/**
 * Aborted by SIGTERM or SIGINT. From then on there are 20 seconds to finish what is held; after that, or at a second
 * signal, the process leaves: whatever was not answered is redelivered by the queue.
 */
export function terminationSignal(log: Logger): AbortSignal {
  const controller = new AbortController();
  const stop = (name: string) => {
    if (controller.signal.aborted) process.exit(1);
    log.info({ signal: name }, 'stopping');
    setTimeout(() => {
      log.error('could not stop in time');
      process.exit(1);
    }, GRACE_MS).unref();
    controller.abort();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return controller.signal;
}

/** The last thing: what still waits for an answer of Slack would keep the process for half an hour. */
export function leave(log: Logger): never {
  log.info('stopped');
  process.exit(0);
}

/** An error that nobody caught ends the process with a clear last line: the orchestrator starts a new one, and nothing is lost. */
export function exitOnFailure(log: Logger): void {
  const fail = (err: unknown) => {
    if (err instanceof StartupError) log.fatal(err.message);
    else log.fatal({ err }, `unexpected failure: ${err instanceof Error ? err.message : err}`);
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

/** Waits for work before which nothing is held: at the signal the process leaves at once. */
export async function unlessStopped<Result>(work: Promise<Result>, signal: AbortSignal, log: Logger): Promise<Result> {
  const stop = () => {
    log.info('stopped before it was ready');
    process.exit(0);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
