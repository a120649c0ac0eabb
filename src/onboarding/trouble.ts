import { TROUBLES, type TroubleName } from '../contract/errors.ts';
import type { Trouble } from '../contract/trouble.ts';

/** What went wrong, by a name of ours; `undefined` for what AWS says, and for what nobody has foreseen. */
export function nameOfTrouble({ Error: name }: Trouble): TroubleName | undefined {
  return TROUBLES.find((known) => known === name);
}
