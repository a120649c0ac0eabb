import type { CenterSettings } from '../identity-center/settings.ts';
import type { Delay } from './states/states.ts';

/** How a local AWS is otherwise than as deployed, or than AWS. */
export type AwsSettings = {
  /** Milliseconds that every Retry waits instead of its own interval (default 100: nobody wants to wait in a sandbox). */
  retryDelay?: Delay;
  /** Milliseconds that every Wait state waits instead of its own time (default 200). */
  waitDelay?: Delay;
  /** Seconds that a received message stays hidden, and receives before it goes to the dead letters; as deployed where left out. */
  visibilityTimeout?: number;
  maxReceives?: number;
  /** Whether Organizations takes no more calls a second than AWS does (default): not where a test starts one bot after the other. */
  throttles?: boolean;
  /** What time it is for the one-time codes of MFA devices and for what a terminal is given, in milliseconds. */
  now?: () => number;
  /** How IAM Identity Center behaves. */
  identityCenter?: Partial<CenterSettings>;
  /** Hears of everything that happens in executions. */
  onChange?: () => void;
};
