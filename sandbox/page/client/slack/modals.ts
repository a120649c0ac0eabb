import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import type { Act } from '../act.ts';
import { Modal } from './modals/modal.ts';
import { values } from './modals/use-modal-form.ts';
import { useOutlived } from './modals/use-outlived.ts';
import { ReaderProvider } from './reader.ts';

type Props = {
  slices: Slices;
  act: Act;
  /** Said over the modal, which covers what the page says elsewhere. */
  note: string | undefined;
};

/** The modal on top of the current person's screen; the ones below it wait, with what was typed into them. */
export function Modals({ slices, act, note }: Props): VNode | null {
  const { world, me } = slices;
  const { outlived, done } = useOutlived(world.id, me.modals.at(-1));
  const open = outlived ? [outlived, ...me.modals] : me.modals;
  const top = open.at(-1);
  useLayoutEffect(() => values.tidy(me.user.id, open), [me.user.id, me.modals, outlived]);
  if (!top) return null;

  const onDone = top === outlived ? done : undefined;
  return html`
    <${ReaderProvider} slices=${slices}>
      <${Modal} key=${top.id} view=${top} ...${{ act, note, onDone }} />
    <//>
  `;
}
