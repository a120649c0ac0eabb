import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What is left between a modal and the window's edge; the style sheet says the same. */
const margin = 16;

/**
 * Keeps the top of a modal where it came up, in the middle of the window. When a field goes or comes, what stands above it
 * stays, also when the note over the form becomes shorter; only a form that grows beyond the window's end moves up, as far
 * as it must.
 */
export function useTopKept(inside: RefObject<HTMLElement | null>): void {
  const noteOf = () => inside.current?.closest('dialog')?.querySelector<HTMLElement>('.slack-modal-note');
  const keepNote = () => {
    const note = noteOf();
    if (note) note.style.minHeight = `${note.offsetHeight}px`;
  };
  useLayoutEffect(keepNote);
  useLayoutEffect(() => {
    const dialog = inside.current?.closest('dialog');
    if (!dialog) return undefined;

    const stay = () => {
      const { top, height } = dialog.getBoundingClientRect();
      dialog.style.marginTop = `${Math.max(margin, Math.min(top, innerHeight - margin - height))}px`;
    };
    const center = () => {
      noteOf()?.style.removeProperty('min-height');
      keepNote();
      dialog.style.marginTop = '';
      stay();
    };
    center();
    const growing = new ResizeObserver(stay);
    growing.observe(dialog);
    addEventListener('resize', center);
    return () => {
      growing.disconnect();
      removeEventListener('resize', center);
    };
  }, []);
}
