import type { Logger } from 'pino';
import { serveHealth } from './health.ts';
import { createJournal } from './journal.ts';
import { createMetrics } from './metrics.ts';
import { createReadiness } from './readiness.ts';

/** What those who watch the bot look at, from its first moment on. @throws StartupError where its port is taken */
export async function openWatch(healthPort: number, signal: AbortSignal, log: Logger) {
  const metrics = createMetrics();
  const readiness = createReadiness(signal);
  const health = await serveHealth(healthPort, readiness, metrics.registry);
  log.info({ port: health.port }, 'health and metrics are served');
  return { metrics, journal: createJournal(log, metrics), over: readiness.over, close: health.close };
}
