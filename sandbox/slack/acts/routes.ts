import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { problemsOf } from '../block-kit/problems.ts';
import type { Copies, Deliver } from '../envelopes.ts';
import type { Manifest } from '../manifest.ts';
import type { Payloads } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { OpenView } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { clickAct, createClick } from './click.ts';
import { closeAct, createClose } from './close.ts';
import { commandAct, createCommand } from './command.ts';
import { createDispatch } from './dispatch.ts';
import { createFill, fillAct } from './fill.ts';
import { createOnScreen } from './on-screen.ts';
import { createSubmit, submitAct } from './submit.ts';
import { createSuggest, suggestAct } from './suggest.ts';

type Parts = {
  workspace: Workspace;
  manifest: Manifest;
  payloads: Payloads;
  deliver: Deliver;
  copies: Copies;
  patience: number;
};

/** Everything a person can do, over HTTP. What their client would show is a 200; what they cannot even try is not. */
export function actRoutes({ workspace, manifest, payloads, deliver, copies, patience }: Parts): Hono {
  const { people, views, team } = workspace;
  const dispatch = createDispatch(deliver, copies, manifest);
  const onScreen = createOnScreen(workspace, patience);
  const command = createCommand({ workspace, manifest, payloads, dispatch });
  const suggest = createSuggest({ payloads, dispatch });
  const fill = createFill({ payloads, dispatch });
  const submit = createSubmit({ views, team, payloads, dispatch });
  const click = createClick({ onScreen, payloads, dispatch });
  const close = createClose({ views, payloads, dispatch });

  function actor({ user, client }: z.infer<typeof byPerson>): PersonAt {
    const person = people.find(user);
    if (person.deleted || person.bot) throw new Refusal(person.bot ? 'user_is_bot' : 'user_disabled', {}, 403);
    return { ...person, client };
  }

  /** A route in a person's name. */
  const act =
    (run: (person: PersonAt, given: unknown) => Promise<object>) =>
    async (c: Context): Promise<Response> => {
      const given: unknown = await c.req.json().catch(() => undefined);
      return c.json(await run(actor(read(byPerson, given)), given));
    };

  /** The same on one of the person's modals; the one on top unless they say which. */
  const actOnView = <Body extends { viewId?: string | undefined }>(
    shape: z.ZodType<Body>,
    run: (person: PersonAt, view: OpenView, body: Body) => Promise<object>,
  ) =>
    act(async (person, given) => {
      const body = read(shape, given);
      return run(person, await onScreen.view(person, body.viewId), body);
    });

  return new Hono()
    .post(
      '/act/command',
      act((person, given) => command(person, read(commandAct, given))),
    )
    .post('/act/suggest', actOnView(suggestAct, suggest))
    .post('/act/fill', actOnView(fillAct, fill))
    .post('/act/submit', actOnView(submitAct, submit))
    .post(
      '/act/click',
      act((person, given) => click(person, read(clickAct, given))),
    )
    .post('/act/close', actOnView(closeAct, close));
}

const byPerson = z.looseObject({ user: z.string(), client: z.string().optional() });

function read<Shape>(shape: z.ZodType<Shape>, given: unknown): Shape {
  if (given === undefined) throw new Refusal('invalid_json', { messages: ['The body is not JSON.'] }, 400);
  const { data, error } = shape.safeParse(given);
  if (error) throw new Refusal('invalid_arguments', { messages: problemsOf(error, given) }, 400);
  return data;
}
