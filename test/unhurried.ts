import type { WorldSettings } from '../sandbox/world.ts';

/**
 * A world for a machine that does many things at once and each of them slowly: people wait for the bot longer than the three
 * seconds of Slack, and nobody waits between two tries of AWS.
 */
export const unhurried = (settings: WorldSettings): WorldSettings => ({
  ...settings,
  slack: { triggerLifetime: 120_000, ackTimeout: 120_000, patience: 60_000, ...settings.slack },
  aws: { retryDelay: 10, waitDelay: 20, throttles: false, ...settings.aws },
});
