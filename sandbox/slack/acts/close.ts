import { z } from 'zod';
import type { Payloads } from '../payloads.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView, Views } from '../workspace/views.ts';
import type { Dispatch } from './dispatch.ts';
import { read } from './form.ts';

export const closeAct = z.object({ viewId: z.string().optional() });

/** A person closes a modal; the app hears of it only if it asked to. */
export const createClose =
  ({ views, payloads, dispatch }: { views: Views; payloads: Payloads; dispatch: Dispatch }) =>
  async (person: PersonAt, view: OpenView) => {
    const { clear_on_close, notify_on_close } = view.content;
    if (clear_on_close) views.clear(view);
    else views.close(view);
    if (!notify_on_close) return {};
    const outcome = await dispatch.interaction(payloads.closed(person, view, read(view).state, clear_on_close));
    return 'error' in outcome ? outcome : {};
  };
