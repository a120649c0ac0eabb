import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { PlainText, Text } from '../text/text.ts';
import { type ControlProps, valuesIn } from './held.ts';

/** Radio buttons, of which one holds, or checkboxes. */
export function ChoiceList({
  element,
  id,
  labelledBy,
  describedBy,
  isInvalid,
  isRequired,
  held,
  onHold,
}: ControlProps<RadioButtons | Checkboxes>): VNode {
  const isOne = element.type === 'radio_buttons';
  const chosen = valuesIn(held);
  const choose = ({ value = '' }: Option) => {
    if (isOne) return onHold(value);
    return onHold(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };

  return html`
    <div class="slack-choices" role=${isOne ? 'radiogroup' : 'group'} aria-labelledby=${labelledBy}
      aria-describedby=${describedBy} aria-invalid=${isOne && isInvalid ? 'true' : undefined}
      aria-required=${isOne && isRequired ? 'true' : undefined}>
      ${element.options.map(
        (option, index) => html`
          <label key=${option.value} class="slack-choice" dir="auto">
            <input type=${isOne ? 'radio' : 'checkbox'} name=${id} checked=${chosen.includes(option.value ?? '')}
              data-focus-on-load=${index === 0 && element.focus_on_load} onChange=${() => choose(option)} />
            <span>
              <${Text} text=${option.text} />
              ${option.description && html`<small><${PlainText} text=${option.description} /></small>`}
            </span>
          </label>
        `,
      )}
    </div>
  `;
}
