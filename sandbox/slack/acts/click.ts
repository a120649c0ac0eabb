import { z } from 'zod';
import { type Block, findElement, findElements } from '../block-kit/blocks.ts';
import { isHolder, isSilent } from '../block-kit/holding.ts';
import type { Payloads, Pressed } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Dispatch } from './dispatch.ts';
import { actionOf, heldIn, hold, put, read, stateOf } from './form.ts';
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
    const place = await onScreen.place(person, act);
    const pressed = pressAt(place, act);
    if (isSilent(pressed.block)) return {};
    const outcome = await dispatch.interaction(payloadOf(payloads, person, place, pressed));
    return 'error' in outcome ? outcome : {};
  };

function payloadOf(payloads: Payloads, person: PersonAt, place: Place, pressed: Pressed): object {
  if ('view' in place) return payloads.viewAction(person, place.view, pressed, read(place.view).state);
  return payloads.messageAction(person, place.conversation, place.message, pressed);
}

function pressAt(place: Place, { actionId, value, values, stale }: z.infer<typeof clickAct>): Pressed {
  if ('view' in place) {
    put(place.view, values);
    return pressIn(place.view, actionId, value);
  }
  const { message } = place;
  return press(stale ? [message.content, ...message.earlier.toReversed()] : [message.content], actionId, value);
}

/** In a modal a field keeps what is put into it; without a value it tells what it holds, as at Enter. */
function pressIn(view: OpenView, actionId: string, value: unknown): Pressed {
  const found = findElement(view.content.blocks, actionId);
  if (!found || !isHolder(found.element)) return press([view.content], actionId, value);
  const { block, element } = found;
  const { state } = value === undefined ? heldIn(view, block, element) : hold(view, block, element, value);
  return { block, element, state: actionOf(element, state) };
}

/** Finds what is pressed in the newest version that has it. A button's value cannot be invented: Slack keeps it. */
function press(versions: { blocks: readonly Block[] }[], actionId: string, value: unknown): Pressed {
  for (const { block, element } of versions.flatMap(({ blocks }) => findElements(blocks, actionId))) {
    if (element.type !== 'button') return { block, element, state: actionOf(element, stateOf(element, value).state) };
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
