import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { html } from 'htm/preact';
import type { TargetedInputEvent, VNode } from 'preact';
import { useWords } from '../../language.ts';
import { isOfInputMethod } from '../ime.ts';
import { slackWords } from '../words.ts';
import { type ControlProps, fieldAttributes, textIn } from './held.ts';

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;

const inputs = {
  plain_text_input: { type: 'text' },
  email_text_input: { type: 'email' },
  url_text_input: { type: 'url' },
  number_input: { type: 'text', inputmode: 'decimal' },
} as const satisfies Record<TextElement['type'], object>;

/** A line of text, or several. More than it may hold can be typed, so that nothing pasted is cut off: the form says so. */
export function TextInput(props: ControlProps<TextElement>): VNode {
  const { element, held, onHold } = props;
  const text = textIn(held);
  const field = {
    ...fieldAttributes(props),
    class: 'slack-field',
    value: text,
    dir: 'auto',
    placeholder: element.placeholder?.text,
    autocomplete: 'off',
    'data-focus-on-load': element.focus_on_load,
    onInput: ({ currentTarget: { value } }: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onHold(value),
  };
  if (element.type !== 'plain_text_input')
    return html`<input ...${field} ...${inputs[element.type]} onKeyDown=${keepComposition} />`;

  const { multiline = false, max_length = 3000 } = element;
  return html`
    ${
      multiline
        ? html`<textarea ...${field} rows="3"></textarea>`
        : html`<input ...${field} ...${inputs.plain_text_input} onKeyDown=${keepComposition} />`
    }
    <${CharactersLeft} length=${text.length} most=${max_length} />
  `;
}

/** Enter that ends a composition must not send the form. */
function keepComposition(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isOfInputMethod(event)) event.preventDefault();
}

/** So near to the end it is told how much room is left. */
const near = 50;

function CharactersLeft({ length, most }: { length: number; most: number }): VNode | null {
  const { form: words } = useWords(slackWords);
  const count = most - length;
  if (count > Math.min(near, most / 2)) return null;
  const look = count < 0 ? 'slack-characters-left slack-over' : 'slack-characters-left';
  return html`<p class=${look} role="status">${count < 0 ? words.over(-count) : words.left(count)}</p>`;
}
