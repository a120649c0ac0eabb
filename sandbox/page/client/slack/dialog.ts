import { html } from 'htm/preact';
import { type ComponentChildren, createPortal, type VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isOfInputMethod } from './ime.ts';

type Props = { labelledBy: string; look: string; onClose(): void; children?: ComponentChildren };

/**
 * A modal dialog over everything, for as long as it is there. Escape asks to close it; it goes when its owner drops it, and
 * the focus returns to where it was. It stands at the end of the body, because what is inside a hidden pane cannot be seen.
 */
export function Dialog({ labelledBy, look, onClose, children }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);

  const close = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isOfInputMethod(event)) close(event);
  };

  return createPortal(
    html`
      <dialog ref=${dialog} class=${look} aria-labelledby=${labelledBy} onKeyDown=${onKey} onCancel=${close}>
        ${children}
      </dialog>
    `,
    document.body,
  );
}
