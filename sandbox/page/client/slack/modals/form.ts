import type { OptionGroup, PlainTextOption } from '@slack/types';
import { createContext } from 'preact';
import type { Held } from '../controls/held.ts';
import type { Outcome } from '../trouble.ts';
import type { Field } from './values.ts';

/** The app's answer to what was typed into its menu. */
export type Suggestions = {
  options?: PlainTextOption[];
  option_groups?: (Omit<OptionGroup, 'options'> & { options: PlainTextOption[] })[];
  error?: string;
  reason?: string;
};

/** The form that a field stands in. */
export type Form = {
  /** Undefined until the field was touched. */
  get(field: Field): Held | undefined;
  set(field: Field, held: Held): void;
  /** Lets the app know what was put in, where it wants to know before the form is sent. */
  tell(): Promise<Outcome>;
  /** Lets the app know what a field holds, at Enter. */
  enter(actionId: string): Promise<Outcome>;
  errorOf(blockId: string): string | undefined;
  suggest(actionId: string, text: string): Promise<Suggestions>;
};

/** Undefined in a message. */
export const FormContext = createContext<Form | undefined>(undefined);
