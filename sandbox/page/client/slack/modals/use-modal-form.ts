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
  const person = useReader().id;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  /** Counts how often it was refused, because each time the first error wants the focus. */
  const [refusals, countRefusal] = useReducer((count: number) => count + 1, 0);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  /** What the app is being told: one after the other, so that a later choice does not arrive before an earlier one. */
  const told = useRef<Promise<unknown>>(Promise.resolve());
  const viewId = view.id;

  // A field that is gone takes along what was wrong with it: it may come back.
  useLayoutEffect(() => {
    const blocks = new Set(view.blocks.filter(isInput).map(({ block_id }) => block_id));
    setErrors((found) => {
      const left = Object.entries(found).filter(([blockId]) => blocks.has(blockId));
      return left.length < Object.keys(found).length ? Object.fromEntries(left) : found;
    });
  }, [view.blocks]);

  const heldIn = (block: InputBlock) => {
    const { block_id: blockId = '', element } = block;
    return values.get(viewId, { blockId, actionId: element.action_id ?? '' }) ?? initialOf(element);
  };
  const refuse = (found: Record<string, string>) => {
    setErrors(found);
    countRefusal(undefined);
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

  const form: Form = {
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
  const press: Press = (actionId, value) =>
    act<Outcome>('click', {
      viewId,
      actionId,
      values: values.toSend(viewId),
      ...(value !== undefined && { value }),
    });

  return {
    form,
    press,
    submit,
    isTouched: () => values.isTouched(viewId),
    close: async () => fail(await act<Outcome>('close', { viewId })),
    isSending,
    failure,
    refusals,
  };
}
