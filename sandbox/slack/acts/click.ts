import { z } from 'zod';
import { type Block, findElements } from '../block-kit/blocks.ts';
import type { Payloads, Pressed } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { Dispatch } from './dispatch.ts';
import { fill, stateOf } from './form.ts';
import { type OnScreen, type Place, pressedWhere } from './on-screen.ts';

export const clickAct = pressedWhere.extend({
  /** A button: the one with this value, when there were several. A menu: what is chosen. */
  value: z.unknown().optional(),
  /** In a modal: what its inputs hold at that moment, as for submit. */
  values: z.record(z.string(), z.unknown()).default({}),
});

type Parts = { onScreen: OnScreen; payloads: Payloads; dispatch: Dispatch };

/** A person presses a button, or uses another element that acts at once. */
export const createClick =
  ({ onScreen, payloads, dispatch }: Parts) =>
  async (person: PersonAt, act: z.infer<typeof clickAct>) => {
    const outcome = await dispatch.interaction(payloadOf(payloads, person, await onScreen.place(person, act), act));
    return 'error' in outcome ? outcome : {};
  };

function payloadOf(payloads: Payloads, person: PersonAt, place: Place, act: z.infer<typeof clickAct>): object {
  const { actionId, value, values, stale } = act;
  if ('view' in place) {
    const { view } = place;
    return payloads.viewAction(person, view, press([view.content], actionId, value), fill(view, values).state);
  }
  const { conversation, message } = place;
  const versions = stale ? [message.content, ...message.earlier.toReversed()] : [message.content];
  return payloads.messageAction(person, conversation, message, press(versions, actionId, value));
}

/** Finds what is pressed in the newest version that has it. A button's value cannot be invented: Slack keeps it. */
function press(versions: { blocks: readonly Block[] }[], actionId: string, value: unknown): Pressed {
  for (const { block, element } of versions.flatMap(({ blocks }) => findElements(blocks, actionId))) {
    if (element.type !== 'button') return { block, element, state: stateOf(element, value).state };
    if (value !== undefined && value !== element.value) continue;
    const { text, value: kept, style, url } = element;
    return {
      block,
      element,
      state: { text, ...(kept !== undefined && { value: kept }), ...(style && { style }), ...(url && { url }) },
    };
  }
  throw new Refusal('no_such_action');
}
