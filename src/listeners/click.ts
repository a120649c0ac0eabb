import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { type DecisionRef, readButton } from '../contract/buttons.ts';
import type { Words } from '../messages/words/words-for.ts';
import type { Services } from './services.ts';
import { whisper } from './whisper.ts';
import { wordsOf } from './words-of.ts';

/** A click on *Approve*, *Deny* or *Withdraw*. */
export type Click = {
  userId: string;
  ref: DecisionRef;
  /** In the language that they read: asked for when there is something to say, as what is judged first needs to know the same person. */
  words(): Promise<Words>;
  /** Says something to who clicked, and only to them. */
  whisper(say: (words: Words) => string): Promise<void>;
  log: Logger;
  /** The message still had the button: what was decided since may be this very click, which Slack has delivered twice. */
  isFirst: boolean;
};

export type ReadClick = ReturnType<typeof clickReader>;

export const clickReader =
  (services: Pick<Services, 'answering' | 'directory' | 'log'>) =>
  (button: 'approve' | 'deny' | 'withdraw', { body, action }: { body: BlockAction; action: ButtonAction }): Click => {
    const { user } = body;
    const ref = readButton(button, action.value);
    const log = services.log.child({ request: ref.execution });
    const words = () => wordsOf(user.id, { ...services, log });
    const said = async (say: (words: Words) => string) =>
      whisper(say(await words()), { user: user.id, body }, services);
    return { userId: user.id, ref, words, whisper: said, log, isFirst: hasButton(body.message, button) };
  };

/**
 * Whether a message had this button when it was clicked. Who is quick with a second click, or whose click Slack delivers twice
 * (slackapi/bolt-js#2188, #2487), has not seen yet that the first one counts.
 */
const hasButton = (message: unknown, button: string): boolean =>
  message === undefined || JSON.stringify(message).includes(`"action_id":"${button}"`);
