import { HTTPReceiver, type Logger } from '@slack/bolt';

import { portIsTaken } from '../watch/startup-error.ts';
import type { Connection } from './connection.ts';
import { refuseAllButObjects } from './only-objects.ts';

/** Where the app's manifest has Slack call: commands, clicks and menus alike. */
const PATH = '/slack/events';

/**
 * Slack calls the bot, at one address for everything: POST /slack/events. Bolt checks the signature, and that it is not
 * older than five minutes; what is more than that ahead is refused before. Within them a request may be replayed: it names the same execution, a closed task, a password
 * that was shown, or a trigger that has been used.
 */
export function overHttp(signingSecret: string, port: number, logger: Logger): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, logger, endpoints: PATH });
  refuseAllButObjects(receiver, PATH, signingSecret);
  let isListening = false;
  return {
    receiver,
    async start(app) {
      await app.start().catch((err: unknown) => {
        throw portIsTaken(err, 'PORT', port);
      });
      isListening = true;
    },
    isConnected: () => isListening,
    async stop() {
      isListening = false;
      await receiver.stop();
    },
  };
}
