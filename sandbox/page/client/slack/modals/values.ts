import type { SeenView } from '../../../../slack/seen.ts';
import { type Held, plainValue } from '../controls/held.ts';

/** Where a value belongs. An app that gives a block's element another action_id wants it empty. */
export type Field = { blockId: string; actionId: string };

/** What somebody put into a field of a view. */
export type Kept = { person: string; viewId: string; field: Field; held: Held };

type Filled = { field: Field; held: Held };
type Form = { person: string; filled: Map<string, Filled> };

export type Values = ReturnType<typeof createValues>;

/** What people have put into forms and not sent yet, by view. It is here and not in components, which come and go. */
export function createValues(kept: Kept[] = []) {
  const forms = new Map<string, Form>();
  for (const { person, viewId, field, held } of kept) set(person, viewId, field, held);

  function set(person: string, viewId: string, field: Field, held: Held): void {
    const form = forms.get(viewId) ?? { person, filled: new Map() };
    forms.set(viewId, form);
    form.filled.set(keyOf(field), { field, held });
  }

  return {
    get: (viewId: string, field: Field): Held | undefined => forms.get(viewId)?.filled.get(keyOf(field))?.held,

    set,

    /** Everything, to be given to `createValues` again. */
    all: (): Kept[] =>
      [...forms].flatMap(([viewId, { person, filled }]) =>
        [...filled.values()].map(({ field, held }) => ({ person, viewId, field, held })),
      ),

    /** Whether somebody has put anything into a form. */
    isTouched: (viewId: string): boolean => forms.has(viewId),

    /** As the act takes them: by block. What was not touched is left out. */
    toSend(viewId: string): Record<string, unknown> {
      const filled = [...(forms.get(viewId)?.filled.values() ?? [])];
      return Object.fromEntries(filled.map(({ field, held }) => [field.blockId, plainValue(held)]));
    },

    /** Forgets the forms that a person has no longer open, and the fields that a form has no longer. */
    tidy(person: string, open: SeenView[]): void {
      for (const [viewId, form] of forms) {
        if (form.person !== person) continue;
        const view = open.find(({ id }) => id === viewId);
        if (!view) forms.delete(viewId);
        const fields = new Set(view ? fieldsOf(view).map(keyOf) : []);
        for (const key of form.filled.keys()) if (!fields.has(key)) form.filled.delete(key);
      }
    },
  };
}

const keyOf = ({ blockId, actionId }: Field): string => JSON.stringify([blockId, actionId]);

function fieldsOf({ blocks }: SeenView): Field[] {
  return blocks.flatMap((block) => {
    const elements = [
      ...('element' in block ? [block.element] : []),
      ...('accessory' in block && block.accessory ? [block.accessory] : []),
      ...('elements' in block ? block.elements : []),
    ];
    return elements.flatMap((element) =>
      'action_id' in element ? [{ blockId: block.block_id ?? '', actionId: element.action_id ?? '' }] : [],
    );
  });
}
