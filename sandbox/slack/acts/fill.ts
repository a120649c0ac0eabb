import { z } from 'zod';
import type { Payloads } from '../payloads.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Dispatch } from './dispatch.ts';
import { put, read } from './form.ts';

export const fillAct = z.object({
  viewId: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
});

/** A person puts values into the fields of a modal; the app hears of those that tell it at once. */
export const createFill =
  ({ payloads, dispatch }: { payloads: Payloads; dispatch: Dispatch }) =>
  async (person: PersonAt, view: OpenView, { values }: z.infer<typeof fillAct>) => {
    for (const field of put(view, values)) {
      const outcome = await dispatch.interaction(payloads.viewAction(person, view, field, read(view).state));
      if ('error' in outcome) return outcome;
    }
    return {};
  };
