import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { code } from '../../messages/kit/mrkdwn.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

/** Every command but this one; it has letters, digits, dashes and underscores alone. */
export const allBut = (command: string): RegExp => new RegExp(`^(?!${command}$)`);

/** Slack hands over a command that nobody here answers: the app has another name for it than the bot was told. */
export const answerUnknownCommand =
  ({ command: known, directory, log }: Pick<Services, 'command' | 'directory' | 'log'>) =>
  async ({ ack, command }: SlackCommandMiddlewareArgs): Promise<void> => {
    const { command: typed, user_id: user } = command;
    log.error(
      { typed, known, user },
      'a command that nobody answers: set SLACK_COMMAND to it, or bring the app’s manifest up to date (npm run manifest)',
    );
    await ack((await wordsOf(user, { directory, log })).unknownCommand(code(typed)));
  };
