import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { findElement } from '../block-kit/blocks.ts';
import { Refusal } from '../refusal.ts';
import type { Conversation } from '../workspace/conversations.ts';
import type { Message } from '../workspace/messages.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where a person presses something: a modal, a message, or wherever they see it first. */
export const pressedWhere = z.object({
  viewId: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  actionId: z.string(),
  /** What they have on screen may be an earlier version of the message, or from before it was deleted. */
  stale: z.boolean().default(false),
});

export type Place = { view: OpenView } | { conversation: Conversation; message: Message };

export type OnScreen = ReturnType<typeof createOnScreen>;

/** What a person has before them, so that an act may leave out where it happens. */
export function createOnScreen({ views, conversations, messages }: Workspace, patience: number) {
  const topOf = ({ id, client }: PersonAt): OpenView | undefined => views.of({ user: id, client }).at(-1);

  /** One of the person's own modals; without an id, the one on top. */
  function view(person: PersonAt, id?: string): OpenView {
    const found = id === undefined ? topOf(person) : views.find(id);
    if (found?.user !== person.id) throw new Refusal('not_found');
    return found;
  }

  function message(person: PersonAt, channel: string, ts: string, stale: boolean): Place {
    const conversation = conversations.forPerson(person, channel);
    const found = messages.find(conversation.id, ts);
    const isHidden = found.onlyFor !== undefined && found.onlyFor !== person.id;
    if (isHidden || (found.deleted && !stale)) throw new Refusal('message_not_found');
    return { conversation, message: found };
  }

  /** The top modal covers the rest; otherwise the newest message that has the button. */
  function anywhere(person: PersonAt, actionId: string): Place {
    const top = topOf(person);
    if (top && findElement(top.content.blocks, actionId)) return { view: top };
    const newest = conversations
      .of(person)
      .flatMap((conversation) =>
        messages.seenBy(person.id, conversation.id).map((message) => ({ conversation, message })),
      )
      .filter(({ message }) => findElement(message.content.blocks, actionId))
      .sort((one, other) => Number(one.message.ts) - Number(other.message.ts))
      .at(-1);
    if (!newest) throw new Refusal('no_such_action');
    return newest;
  }

  /** Somebody who names no place waits for it to come up before they say that it is not there. */
  async function soon<Found>(look: () => Found): Promise<Found> {
    const end = Date.now() + patience;
    for (;;) {
      try {
        return look();
      } catch (refusal) {
        if (Date.now() >= end) throw refusal;
        await pause(50);
      }
    }
  }

  return {
    view: async (person: PersonAt, id?: string): Promise<OpenView> =>
      id === undefined ? soon(() => view(person)) : view(person, id),

    async place(
      person: PersonAt,
      { viewId, channel, ts, actionId, stale }: z.infer<typeof pressedWhere>,
    ): Promise<Place> {
      if (viewId !== undefined) return { view: view(person, viewId) };
      if (channel !== undefined && ts !== undefined) return message(person, channel, ts, stale);
      return soon(() => anywhere(person, actionId));
    },
  };
}
