import { z } from 'zod';
import { findElement } from '../block-kit/blocks.ts';
import { checkSuggestions, type Suggestions } from '../block-kit/check.ts';
import type { Payloads } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView } from '../workspace/views.ts';
import { type Dispatch, heed } from './dispatch.ts';

export const suggestAct = z.object({
  viewId: z.string().optional(),
  actionId: z.string(),
  text: z.string().default(''),
});

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
const usualMinimum = 3;

/** A person types into a menu that the app fills. */
export function createSuggest({ payloads, dispatch }: { payloads: Payloads; dispatch: Dispatch }) {
  return async (person: PersonAt, view: OpenView, { actionId, text }: z.infer<typeof suggestAct>) => {
    const found = findElement(view.content.blocks, actionId);
    if (!found) throw new Refusal('no_such_action');
    const { block, element } = found;
    if (element.type !== 'external_select' && element.type !== 'multi_external_select')
      throw new Refusal('not_an_external_select', {}, 400);
    if (text.length < (element.min_query_length ?? usualMinimum)) return { options: [] };

    const outcome = await dispatch.interaction(payloads.suggestion(person, view, block, element, text));
    if ('error' in outcome) return { options: [], ...outcome };
    const suggestions = heed(() => checkSuggestions(outcome.ack));
    if ('error' in suggestions) return { options: [], ...suggestions };
    remember(view, actionId, suggestions);
    return suggestions;
  };
}

function remember({ offered }: OpenView, actionId: string, suggestions: Suggestions): void {
  const options =
    'options' in suggestions ? suggestions.options : suggestions.option_groups.flatMap((group) => group.options);
  const known = offered.get(actionId) ?? new Map();
  offered.set(actionId, new Map([...known, ...options.map((option) => [option.value, option] as const)]));
}
