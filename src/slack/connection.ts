import type { App, Receiver } from '@slack/bolt';

/** The way in which Slack reaches the bot. */
export type Connection = {
  /** What the app is made with. */
  receiver: Receiver;
  /** Resolves once Slack can reach the bot. */
  start(app: App): Promise<void>;
  /** Can Slack reach the bot now? */
  isConnected(): boolean;
  stop(): Promise<void>;
};
