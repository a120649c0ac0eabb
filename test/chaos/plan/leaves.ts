import type { Chance } from '../../../sandbox/organization/invented/chance.ts';
import { OUTAGES } from './outages.ts';
import type { Moment } from './services.ts';
import type { Spell } from './spells.ts';

/** A service that is away for so long after a call of its own. */
export const leaveOf = (at: Moment, ms: number, chance: Chance): Spell => ({
  kind: 'leave',
  at,
  answer: chance.oneOf(['lost', 'slow']),
  how: chance.oneOf(OUTAGES),
  ms,
});
