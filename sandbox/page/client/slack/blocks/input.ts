import type { InputBlock } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { controlFor } from '../controls/controls.ts';
import type { Held } from '../controls/held.ts';
import { initialOf } from '../controls/initial.ts';
import { FormContext } from '../modals/form.ts';
import { PlainText } from '../text/text.ts';
import { Trouble } from '../trouble.ts';
import { slackWords } from '../words.ts';
import { CannotDraw } from './cannot-draw.ts';
import { useTelling } from './use-telling.ts';

/** A field of a form, with its label, hint, and what is wrong with it. */
export function Input({ block }: { block: InputBlock }): VNode {
  const { form: words } = useWords(slackWords);
  const form = useContext(FormContext);
  const { failure, onChange, onKey } = useTelling(block);
  const id = useId();
  const { block_id: blockId = '', label, hint, optional = false, element } = block;
  const field = { blockId, actionId: element.action_id ?? '' };
  if (!form) return html`<${CannotDraw} piece=${block} />`;

  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
  const error = form.errorOf(blockId);
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const onHold = (held: Held) => {
    form.set(field, held);
    onChange();
  };
  return html`
    <div class="slack-input" data-wrong=${error ? 'true' : undefined} onKeyDown=${onKey}>
      <${isGroup ? 'div' : 'label'} class="slack-label" for=${isGroup ? undefined : id}>
        <span id="${id}-label"><${PlainText} text=${label} /></span>
        ${optional && html` <span class="slack-optional">${words.optional}</span>`}
      <//>
      <${controlFor(element)} ...${{ element, id, describedBy }} labelledBy="${id}-label" isInvalid=${error !== undefined}
        isRequired=${!optional} held=${form.get(field) ?? initialOf(element)}
        onHold=${onHold} />
      ${failure && html`<${Trouble} failure=${failure} />`}
      ${error && html`<p id="${id}-error" class="slack-error" dir="auto">${error}</p>`}
      ${hint && html`<p id="${id}-hint" class="slack-hint"><${PlainText} text=${hint} /></p>`}
    </div>
  `;
}
