const fields = 'input, textarea';

/** Puts the focus where somebody begins: the field that asks for it, else the first, else the title. */
export function focusFirst(frame: HTMLElement | null): void {
  const wanted =
    frame?.querySelector<HTMLElement>('[data-focus-on-load="true"]') ?? frame?.querySelector<HTMLElement>(fields);
  (wanted ?? titleIn(frame))?.focus();
}

export function focusFirstError(frame: HTMLElement | null): void {
  const wrong = frame?.querySelector('[data-wrong]');
  wrong?.querySelector<HTMLElement>(fields)?.focus();
  // What is wrong stands below the field.
  wrong?.scrollIntoView({ block: 'nearest' });
}

/** What had the focus may be gone after an update: it must not fall out of the dialog. */
export function keepFocus(frame: HTMLElement | null): void {
  if (document.activeElement === document.body) titleIn(frame)?.focus({ preventScroll: true });
}

const titleIn = (frame: HTMLElement | null) => frame?.querySelector('h2');
