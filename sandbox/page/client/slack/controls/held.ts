import type { PlainTextOption } from '@slack/types';

/** What an element holds: words, an id or a moment; options whole where only the app knows their text. */
export type Held = string | number | string[] | PlainTextOption | PlainTextOption[] | null;

/** What every control takes. */
export type ControlProps<Element> = {
  element: Element;
  /** Of the field, so that its label finds it. */
  id: string;
  labelledBy: string;
  describedBy?: string;
  isInvalid: boolean;
  isRequired: boolean;
  held: Held;
  onHold(held: Held): void;
};

/** What a field is called, described by, and whether it must be filled and is wrong. */
export function fieldAttributes({
  id,
  describedBy,
  isInvalid,
  isRequired,
}: Pick<ControlProps<unknown>, 'id' | 'describedBy' | 'isInvalid' | 'isRequired'>) {
  return {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid ? 'true' : undefined,
    'aria-required': isRequired ? 'true' : undefined,
  };
}

/** As the act takes it: of an option its value. */
export function plainValue(held: Held): string | number | string[] | null {
  if (Array.isArray(held)) return held.map(valueIn);
  return typeof held === 'object' && held !== null ? valueIn(held) : held;
}

export const isEmpty = (held: Held): boolean =>
  held === null || held === '' || (Array.isArray(held) && held.length === 0);

export const textIn = (held: Held): string => (typeof held === 'string' ? held : '');

/** Ids or values: none, one or several. */
export const valuesIn = (held: Held): string[] => several(held).map(valueIn);

export const optionsIn = (held: Held): PlainTextOption[] => several(held).filter((one) => typeof one === 'object');

function several(held: Held): (string | PlainTextOption)[] {
  if (Array.isArray(held)) return held;
  return held === null || held === '' || typeof held === 'number' ? [] : [held];
}

const valueIn = (one: string | PlainTextOption): string => (typeof one === 'string' ? one : (one.value ?? ''));
