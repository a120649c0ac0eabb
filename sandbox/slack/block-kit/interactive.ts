import { z } from 'zod';
import { newId } from '../ids.ts';
import { confirmation, plainText } from './composition.ts';
import { limits } from './limits.ts';

/** What every element has that a person can act on. An action_id left out is made up, as Slack does. */

export const action = {
  action_id: z
    .string()
    .min(1)
    .max(limits.id)
    .default(() => newId('')),
};
export const confirmable = { ...action, confirm: confirmation.optional() };
export const focusable = { ...action, focus_on_load: z.boolean().optional() };
export const placeholder = { placeholder: plainText(limits.placeholder).optional() };
export const menu = { ...focusable, ...confirmable, ...placeholder };
