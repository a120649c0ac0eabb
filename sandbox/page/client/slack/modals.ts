import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import type { Act } from '../act.ts';
import { Modal } from './modals/modal.ts';
import { values } from './modals/use-modal-form.ts';
import { ReaderProvider } from './reader.ts';

type Props = {
  slices: Slices;
  act: Act;
  /** Said over the modal, which covers what the page says elsewhere. */
  note: string | undefined;
};

/** The modal on top of the current person's screen; the ones below it wait, with what was typed into them. */
export function Modals({ slices, act, note }: Props): VNode | null {
  const { user, modals } = slices.me;
  const top = modals.at(-1);
  useLayoutEffect(() => values.tidy(user.id, modals), [user.id, modals]);
  return top
    ? html`<${ReaderProvider} slices=${slices}><${Modal} key=${top.id} view=${top} ...${{ act, note }} /><//>`
    : null;
}
