import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs } from '@slack/bolt';
import { requestOf } from './request-of.ts';
import type { Services } from './services.ts';
import { whisper } from './whisper.ts';
import { wordsOf } from './words-of.ts';

type Failure = {
  error: Error & { original?: Error };
  context: AllMiddlewareArgs['context'];
  body: object;
};

/** The one place where a listener's error ends: the log gets it with a reference, the person gets the reference. */
export const reportFailure =
  (services: Pick<Services, 'answering' | 'directory' | 'log'>) =>
  async ({ error, context, body }: Failure): Promise<void> => {
    const reference = randomUUID().slice(0, 8);
    const log = services.log.child({ request: requestOf(body), reference });
    log.error({ err: error.original ?? error, user: context.userId }, 'a listener failed');
    const user = context.userId;
    if (user === undefined) return;

    const text = (await wordsOf(user, { ...services, log })).somethingBroke(reference);
    await whisper(text, { user, body }, services).catch((err: unknown) =>
      log.error({ err }, 'the person could not be told'),
    );
  };
