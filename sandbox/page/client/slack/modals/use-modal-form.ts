import type { InputBlock } from '@slack/types';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { SeenView } from '../../../../slack/seen.ts';
import type { Act } from '../../act.ts';
import { useWords } from '../../language.ts';
import { keepOverReload } from '../../over-reload.ts';
import { initialOf } from '../controls/initial.ts';
import type { Press } from '../elements/press.ts';
import { useReader } from '../reader.ts';
import { type Failure, failureOf, type Outcome } from '../trouble.ts';
import { slackWords } from '../words.ts';
import { checkForm, isInput } from './check-form.ts';
import type { Form, Suggestions } from './form.ts';
import { createValues, type Values } from './values.ts';

export const values: Values = createValues(keepOverReload('values', () => values.all()));

/** A modal's form: what it holds, what is wrong with it, and what can be done with it. */
export function useModalForm(view: SeenView, act: Act) {
  const words = useWords(slackWords);
  const { errors, setErrors, refuse, refusals } = useErrors(view);
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  /** What the app is being told: one after the other, so that a later choice does not arrive before an earlier one. */
  const told = useRef<Promise<unknown>>(Promise.resolve());
  const viewId = view.id;

  const heldIn = (block: InputBlock) => {
    const { block_id: blockId = '', element } = block;
    return values.get(viewId, { blockId, actionId: element.action_id ?? '' }) ?? initialOf(element);
  };
  const fail = (outcome: Outcome) =>
    setFailure(outcome.error === 'not_found' ? { error: words.modal.gone } : failureOf(outcome));

  async function submit(): Promise<void> {
    if (isSending) return;
    setFailure(undefined);
    const found = checkForm(view.blocks, heldIn, words.form);
    if (Object.keys(found).length > 0) return refuse(found);

    setErrors({});
    setSending(true);
    await told.current;
    const outcome = await act<Outcome>('submit', { viewId, values: values.toSend(viewId) });
    if (outcome.errors) refuse(outcome.errors);
    fail(outcome);
    // A form that was accepted is on its way out: it must not look ready once more.
    setSending(!outcome.errors && outcome.error === undefined && !outcome.view);
  }

  const tell = (what: () => Promise<Outcome>): Promise<Outcome> => {
    const telling = told.current.then(what);
    told.current = telling;
    return telling;
  };
  const press: Press = (actionId, value) =>
    act<Outcome>('click', {
      viewId,
      actionId,
      values: values.toSend(viewId),
      ...(value !== undefined && { value }),
    });

  return {
    form: useForm(viewId, act, { tell, errors, setErrors }),
    press,
    submit,
    isTouched: () => values.isTouched(viewId),
    close: async () => fail(await act<Outcome>('close', { viewId })),
    isSending,
    failure,
    refusals,
  };
}

type Errors = Record<string, string>;
type SetErrors = (change: Errors | ((found: Errors) => Errors)) => void;

/** What is wrong with the fields, and how often the form was refused, because each time the first error wants the focus. */
function useErrors({ blocks }: SeenView) {
  const [errors, setErrors] = useState<Errors>({});
  const [refusals, countRefusal] = useReducer((count: number) => count + 1, 0);

  // A field that is gone takes along what was wrong with it: it may come back.
  useLayoutEffect(() => {
    const left = new Set(blocks.filter(isInput).map(({ block_id }) => block_id));
    setErrors((found) => {
      const kept = Object.entries(found).filter(([blockId]) => left.has(blockId));
      return kept.length < Object.keys(found).length ? Object.fromEntries(kept) : found;
    });
  }, [blocks]);

  const refuse = (found: Errors) => {
    setErrors(found);
    countRefusal(undefined);
  };
  return { errors, setErrors, refuse, refusals };
}

/** The form as its fields know it. */
function useForm(
  viewId: string,
  act: Act,
  { tell, errors, setErrors }: { tell: Tell; errors: Errors; setErrors: SetErrors },
): Form {
  const person = useReader().id;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  return {
    get: (field) => values.get(viewId, field),
    set(field, held) {
      values.set(person, viewId, field, held);
      setErrors(({ [field.blockId]: _, ...others }) => others);
      redraw(undefined);
    },
    tell: () => tell(() => act<Outcome>('fill', { viewId, values: values.toSend(viewId) })),
    enter: (actionId) => tell(() => act<Outcome>('click', { viewId, actionId, values: values.toSend(viewId) })),
    errorOf: (blockId) => errors[blockId],
    suggest: (actionId, text) => act<Suggestions>('suggest', { viewId, actionId, text }),
  };
}

type Tell = (what: () => Promise<Outcome>) => Promise<Outcome>;
