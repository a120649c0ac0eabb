import type { Slices } from '../../slices.ts';
import { dmOf } from './news.ts';
import { mailbox, type Place } from './place.ts';
import type { Step } from './step.ts';

/** Where a step is done; undefined for whoever is there already. */
export function whereToGo(
  step: Step,
  slices: Slices,
  { place, isNarrow }: { place: Place; isNarrow: boolean },
): Partial<Place> | undefined {
  const where = whereIs(step, slices);
  if (!where) return undefined;
  const isThere = Object.entries(where).every(([part, value]) => Reflect.get(place, part) === value);
  // Whoever is to follow an address may have followed it.
  const isSeen = !isNarrow || place.pane === 'slack' || step.name === 'to-portal';
  return isThere && isSeen ? undefined : { ...where, pane: 'slack' };
}

function whereIs(step: Step, { world }: Slices): Partial<Place> | undefined {
  switch (step.name) {
    case 'ask':
    case 'ask-next': {
      const channel = world.channels.find(({ members }) => members.includes('*'))?.id;
      return { person: step.person.id, conversation: channel ?? dmOf(step.person.id) };
    }
    case 'approve':
      return { person: step.person.id, ...(step.channel && { conversation: step.channel }) };
    case 'fetch':
    case 'fetch-next':
    case 'sign-in':
      return { person: step.person.id, conversation: dmOf(step.person.id) };
    case 'to-portal':
      return step.person ? { person: step.person.id, conversation: dmOf(step.person.id) } : { conversation: mailbox };
    case 'read-mail':
    case 'mailed-code':
      return { conversation: mailbox };
    default:
      return undefined;
  }
}
