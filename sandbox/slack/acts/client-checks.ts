import type { InputElement } from '../block-kit/elements.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Filled } from './form.ts';

/** What Slack's client refuses by itself, by block, before anything is sent. */
export function clientChecks(view: OpenView, { state, strange }: Filled): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of view.content.blocks) {
    if (block.type !== 'input') continue;
    const { type: _, ...held } = { type: '', ...state[block.block_id]?.[block.element.action_id] };
    const value: unknown = Object.values(held)[0];
    const error = isEmpty(value)
      ? !block.optional && 'Please complete this required field.'
      : (tooMuch(block.element, value) ?? notOnMenu(strange[block.block_id]));
    if (error) errors[block.block_id] = error;
  }
  return errors;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function tooMuch(element: InputElement, value: unknown): string | undefined {
  if (element.type === 'plain_text_input') {
    const { min_length = 0, max_length = 3000 } = element;
    const { length } = String(value);
    if (length > max_length) return `Please shorten this to ${max_length} characters or fewer.`;
    if (length < min_length) return `Please lengthen this to ${min_length} characters or more.`;
  }
  if ('max_selected_items' in element && Array.isArray(value)) {
    const { max_selected_items: most = value.length } = element;
    if (value.length > most) return `Please select ${most} items or fewer.`;
  }
  return undefined;
}

const notOnMenu = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : `"${value}" is not on the menu.`;
