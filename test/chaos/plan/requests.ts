import { createChance } from '../../../sandbox/organization/invented/chance.ts';
import { between, shuffled } from './chances.ts';

/** How a request is decided: by how many who all click at the same moment. */
export type Decision = { approve: number; deny: number; withdraw: boolean };

export type PlannedRequest = {
  profile: 'developer' | 'cloud-developer' | 'engineering';
  /** None where the profile takes none. */
  accounts: string[];
  inSlack: number;
  byMail: number;
  decision: Decision;
};

/** Every one is open to both methods, and reached by boarding-pass. */
const ACCOUNTS = ['111122223333', '111122224444', '222233334444', '222233335555', '444455556666', '444455557777'];

const PROFILES = ['developer', 'developer', 'cloud-developer', 'engineering'] as const;

const DECISIONS: Record<'one' | 'crowd' | 'contest' | 'denied' | 'withdrawn' | 'race', Decision> = {
  one: { approve: 1, deny: 0, withdraw: false },
  crowd: { approve: 10, deny: 0, withdraw: false },
  contest: { approve: 5, deny: 5, withdraw: false },
  denied: { approve: 0, deny: 1, withdraw: false },
  withdrawn: { approve: 0, deny: 0, withdraw: true },
  race: { approve: 5, deny: 0, withdraw: true },
};

/** Most are approved. The first six are all different. */
const KINDS = ['one', 'crowd', 'contest', 'one', 'race', 'one', 'crowd', 'denied', 'one', 'withdrawn'] as const;

/** What is asked for, one request after the other without end, by the seed alone; now and then a large one. */
export function* requestsOf(seed: number, { large }: { large: boolean }): Generator<PlannedRequest, never> {
  const chance = createChance(seed + 1);
  for (;;) {
    for (const kind of shuffled(KINDS, chance)) {
      const profile = chance.oneOf(PROFILES);
      const isLarge = large && chance.once(25);
      const accounts = shuffled(ACCOUNTS, chance).slice(0, between(1, 3, chance));
      yield {
        profile,
        accounts: profile === 'engineering' ? [] : accounts,
        inSlack: isLarge ? between(21, 30, chance) : between(0, 3, chance),
        byMail: between(1, 2, chance),
        decision: DECISIONS[kind],
      };
    }
  }
}
