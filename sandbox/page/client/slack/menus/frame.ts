import type { MultiSelect, Select } from '@slack/types';
import type { Held } from '../controls/held.ts';
import { asString } from '../text/as-string.ts';
import type { Choice } from './choice.ts';

/** What every kind of menu says of itself. */
export function frameOf(element: Select | MultiSelect) {
  return {
    placeholder: element.placeholder && asString(element.placeholder),
    focusOnLoad: element.focus_on_load,
    isMany: element.type.startsWith('multi_'),
    most: 'max_selected_items' in element ? element.max_selected_items : undefined,
  };
}

export function idsOf(chosen: Choice[], { isMany }: { isMany: boolean }): Held {
  const ids = chosen.map(({ id }) => id);
  return isMany ? ids : (ids[0] ?? null);
}
