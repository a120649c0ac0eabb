import { withCauses } from '../../watch/causes.ts';
import { StartupError } from '../../watch/startup-error.ts';

/**
 * Waits for checks that run at the same time, by the name of what they look at, and resolves with their results.
 * @throws StartupError that tells everything that is wrong at once
 */
export async function allAtOnce<Results extends Record<string, unknown>>(
  checks: {
    [Name in keyof Results]: Promise<Results[Name]>;
  },
): Promise<Results> {
  const named = Object.entries<Promise<unknown>>(checks);
  const settled = await Promise.allSettled(named.map(([, check]) => check));
  // Checks that build upon another one fail with its error.
  const failures = new Map<unknown, string>();
  for (const [i, outcome] of settled.entries()) {
    if (outcome.status === 'rejected' && !failures.has(outcome.reason)) {
      failures.set(outcome.reason, told(named[i]?.[0] ?? '', outcome.reason));
    }
  }
  const messages = [...new Set(failures.values())];
  if (messages.length === 1) throw new StartupError(messages[0] ?? '');
  if (messages.length > 1) {
    const lines = messages.map((message) => message.replaceAll('\n', '\n  '));
    throw new StartupError(`${messages.length} things keep the bot from starting:`, lines);
  }
  return Object.fromEntries(
    settled.map((outcome, i) => [named[i]?.[0], outcome.status === 'fulfilled' ? outcome.value : undefined]),
  ) as Results;
}

function told(what: string, reason: unknown): string {
  if (reason instanceof StartupError) return reason.message;
  return `The check of the ${what} did not finish (${(reason as Error).name}: ${withCauses(reason)}): make sure it can be reached from here, then restart the bot.`;
}
