import { type Words, wordsFor } from '../messages/words/words-for.ts';
import type { Services } from './services.ts';
import { within } from './within.ts';

/** The words for somebody who waits: in English if Slack does not say at once which language they read. */
export async function wordsOf(
  userId: string,
  { directory, log }: Pick<Services, 'directory' | 'log'>,
  ms = 300,
): Promise<Words> {
  const person = directory.known(userId) ?? (await within(ms, directory.person(userId), log));
  return wordsFor(person?.locale ?? '');
}
