import type { Entry } from '../../sandbox/aws/states/executions.ts';
import type { World } from '../../sandbox/world.ts';
import { CHANNEL } from '../bench/request.ts';
import { waitFor } from './wait.ts';

/** The cards of requests in the approvals channel, once all of them can be decided on. */
export function openCards({ slack: { look } }: World, ids: string[]): Promise<string[]> {
  const approver = look.people.find('U0KEN');
  return waitFor('every card', () => {
    const { channels } = look.stateOf(approver, ids.length * 2 + 20);
    const messages = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
    const cards = messages
      .map(({ ts, blocks }) => ({ ts, text: JSON.stringify(blocks) }))
      .filter(({ text }) => text.includes('"action_id":"approve"'));
    return complete(ids.map((id) => cards.find(({ text }) => text.includes(id))?.ts));
  });
}

/** How requests ended, as Step Functions knows it, once all have. */
export const endsOf = ({ aws }: World, ids: string[]): Promise<Entry[]> =>
  waitFor('every end', () => {
    const ended = aws.look.executions().filter(({ status }) => status !== 'RUNNING');
    const byName = new Map(ended.map((entry) => [entry.name, entry]));
    return complete(ids.map((id) => byName.get(id)));
  });

const complete = <Item>(items: (Item | undefined)[]): Item[] | undefined => {
  const there = items.filter((item) => item !== undefined);
  return there.length === items.length ? there : undefined;
};
