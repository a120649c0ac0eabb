import { z } from 'zod';
import type { Organization } from '../../organization/organization.ts';
import { checkView, type ModalView } from '../block-kit/check.ts';
import type { Payloads } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import { viewJson } from '../view-json.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView, Views } from '../workspace/views.ts';
import { clientChecks } from './client-checks.ts';
import { type Dispatch, heed } from './dispatch.ts';
import { put, read } from './form.ts';

export const submitAct = z.object({
  viewId: z.string().optional(),
  values: z.record(z.string(), z.unknown()).default({}),
  /** A hostile or old client: send it although the client should have refused. */
  dispatchAnyway: z.boolean().default(false),
});

/** What an ack may tell a form to do: https://docs.slack.dev/surfaces/modals#updating_response */
const reaction = z.union([
  z.looseObject({ response_action: z.undefined().optional() }),
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
]);

type Parts = { views: Views; team: Organization['team']; payloads: Payloads; dispatch: Dispatch };

/** A person presses a modal's submit button. */
export function createSubmit({ views, team, payloads, dispatch }: Parts) {
  function react(view: OpenView, inputs: string[], ack: unknown) {
    const { data, error } = reaction.safeParse(ack ?? {});
    if (error) throw new Refusal('invalid_response_action');
    switch (data.response_action) {
      case undefined:
        views.close(view);
        return {};
      case 'clear':
        views.clear(view);
        return {};
      case 'errors':
        return { errors: besideInputs([...inputs, ...inputsOf(view)], data.errors) };
      default:
        // After a double click the form may be gone already: nothing is left to update.
        if (!views.isOpen(view)) return {};
        return { view: viewJson(show(view, data.response_action, checkView(data.view)), team) };
    }
  }

  const show = (view: OpenView, how: 'update' | 'push', content: ModalView): OpenView =>
    how === 'push' ? views.push(view, content) : views.update(view, content);

  return async (person: PersonAt, view: OpenView, { values, dispatchAnyway }: z.infer<typeof submitAct>) => {
    if (!view.content.submit) throw new Refusal('no_submit_button', {}, 400);
    const chosen = put(view, values);
    const filled = read(view);
    // Who presses it right after a choice does not wait until the app has heard of that.
    if (!dispatchAnyway)
      for (const field of chosen) void dispatch.interaction(payloads.viewAction(person, view, field, filled.state));
    const errors = dispatchAnyway ? {} : clientChecks(view, filled);
    if (Object.keys(errors).length > 0) return { errors };

    const inputs = inputsOf(view);
    const outcome = await dispatch.interaction(payloads.submission(person, view, filled.state));
    return 'error' in outcome ? outcome : heed(() => react(view, inputs, outcome.ack));
  };
}

const inputsOf = ({ content }: OpenView): string[] =>
  content.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);

/** Errors stand beside inputs, of the form as it was sent or as it is by now; for any other block there is no place to show them. */
function besideInputs(inputs: string[], errors: Record<string, string>): Record<string, string> {
  const astray = Object.keys(errors).filter((id) => !inputs.includes(id));
  if (astray.length > 0 || Object.keys(errors).length === 0) throw new Refusal('invalid_errors', { blocks: astray });
  return errors;
}
