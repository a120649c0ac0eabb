import type { InputBlockElement } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import { controlFor } from '../controls/controls.ts';
import { type Held, plainValue } from '../controls/held.ts';
import { initialOf } from '../controls/initial.ts';
import { FormContext } from '../modals/form.ts';
import { Trouble } from '../trouble.ts';
import { usePress } from './press.ts';

type Props = { blockId: string; element: InputBlockElement; labelledBy?: string };

/** A menu or the like outside of an input block: it tells the app what was chosen at once. */
export function ActingControl({ blockId, element, labelledBy }: Props): VNode {
  const form = useContext(FormContext);
  const { press, failure } = usePress(element.action_id);
  const [held, setHeld] = useState<Held>(initialOf(element));
  const id = useId();

  const hold = (next: Held) => {
    setHeld(next);
    form?.set({ blockId, actionId: element.action_id ?? '' }, next);
    void press(plainValue(next));
  };
  return html`
    <div class="slack-acting-control">
      <${controlFor(element)} ...${{ element, id, labelledBy, held }} isInvalid=${false} isRequired=${true} onHold=${hold} />
      ${failure && html`<${Trouble} failure=${failure} />`}
    </div>
  `;
}
