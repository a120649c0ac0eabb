import type { Chance } from '../../../sandbox/organization/invented/chance.ts';
import type { Person } from '../../../sandbox/organization/organization.ts';
import type { PlannedRequest } from '../plan/requests.ts';
import type { Cast } from '../world/kumoworks.ts';
import type { Newcomer } from './story.ts';

/** Who may have to decide a request: ten at the same moment, or one alone, who never comes too late. */
export type Approvers = { together: string[]; alone: string };
const GROUP = 11;

/** Who is free to ask and to decide, and who has not been onboarded yet. */
export function createPeople(cast: Cast, chance: Chance) {
  const newcomers = [...cast.newcomers];
  const requesters = [...cast.requesters];
  const ids = cast.approvers.map(({ id }) => id);
  const groups = Array.from({ length: ids.length / GROUP }, (_, i): Approvers => {
    const [alone = '', ...together] = ids.slice(i * GROUP, (i + 1) * GROUP);
    return { together, alone };
  });
  const alone = groups.map((group) => group.alone);
  let outsiders = 0;

  const newcomer = (person: Person | undefined): Newcomer => ({
    slackUserId: person?.id,
    email: person?.email ?? `newcomer-${++outsiders}@partner.example`,
    isEager: chance.once(2),
    hasTwoDevices: chance.once(3),
    signIns: new Map(),
    dead: [],
  });

  return {
    /** Of those in Slack only as many as are left. */
    newcomers: ({ inSlack, byMail }: PlannedRequest): Newcomer[] => [
      ...newcomers.splice(0, inSlack).map(newcomer),
      ...Array.from({ length: byMail }, () => newcomer(undefined)),
    ],
    requester: (): Person => given(requesters.shift()),
    approvers: (): Approvers => given(groups.shift()),
    /** Who is never told that somebody else was faster. */
    alone,
    /** They may be asked again. */
    free(of: { requester?: Person; approvers?: Approvers }): void {
      if (of.requester) requesters.push(of.requester);
      if (of.approvers) groups.push(of.approvers);
    },
  };
}

function given<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('There are more requests at once than people for them.');
  return found;
}
