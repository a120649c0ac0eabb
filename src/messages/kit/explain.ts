import type { Trouble } from '../../contract/trouble.ts';
import { nameOfTrouble } from '../../onboarding/trouble.ts';
import type { Words } from '../words/words-for.ts';
import { code } from './mrkdwn.ts';

/** What went wrong and what to do about it; what nobody has foreseen, in the words that there are for it. */
export function explain({ Error: error, Cause }: Trouble, words: Words): string {
  const name = nameOfTrouble({ Error: error, Cause }) ?? 'Failed';
  // A nested machine's cause is for its history; what AWS says of an assignment is all that is known of it, and groups have names.
  if ((name === 'AssignmentFailed' || name === 'GroupFromDirectory') && Cause !== '')
    return `${words.trouble[name]} ${words.troubleDetail(code(Cause, 300))}`;
  if (name !== 'Failed') return words.trouble[name];
  const detail = Cause === '' ? error : `${error}: ${Cause}`;
  return `${words.trouble.Failed} ${words.troubleDetail(code(detail, 160))}`;
}
