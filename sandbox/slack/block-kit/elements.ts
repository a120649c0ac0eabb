import { z } from 'zod';
import { overflowOption, plainText, richOption } from './composition.ts';
import { action, confirmable, focusable, menu, placeholder } from './interactive.ts';
import { limits } from './limits.ts';
import { selects } from './menus.ts';

/** Block elements: https://docs.slack.dev/reference/block-kit/block-elements. */

const dispatchConfig = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
    .optional(),
};
const typed = {
  ...focusable,
  ...placeholder,
  ...dispatchConfig,
  initial_value: z.string().max(limits.textInput).optional(),
};
const button = z.strictObject({
  type: z.literal('button'),
  ...confirmable,
  text: plainText(limits.buttonText),
  value: z.string().max(limits.buttonValue).optional(),
  url: z.string().max(limits.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(limits.buttonText).optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...confirmable,
  options: z.array(overflowOption).min(1).max(limits.overflow),
});

/** `image_url` or `slack_file`: what both the image block and the image element need. */
export const picture = {
  image_url: z.string().max(limits.imageUrl).optional(),
  slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
  alt_text: z.string().max(limits.imageText),
};

export const image = z.strictObject({ type: z.literal('image'), ...picture });

const groups = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...focusable,
    ...confirmable,
    options: z.array(richOption).min(1).max(limits.checkboxes),
    initial_options: z.array(richOption).min(1).max(limits.checkboxes).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...focusable,
    ...confirmable,
    options: z.array(richOption).min(1).max(limits.checkboxes),
    initial_option: richOption.optional(),
  }),
] as const;

const pickers = [
  z.strictObject({
    type: z.literal('datepicker'),
    ...menu,
    initial_date: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...menu,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...focusable,
    ...confirmable,
    initial_date_time: z.int().optional(),
  }),
] as const;

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(limits.textInput).optional(),
  max_length: z.int().min(1).max(limits.textInput).optional(),
});

/** Only modals have these (their pages on docs.slack.dev). */
const modalInputs = [
  z.strictObject({ type: z.literal('email_text_input'), ...typed }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...action,
    filetypes: z.array(z.string()).optional(),
    max_files: z.int().min(1).max(limits.files).optional(),
  }),
] as const;

export const accessory = z.discriminatedUnion('type', [button, overflow, image, ...selects, ...groups, ...pickers]);
export const actionsElement = z.discriminatedUnion('type', [button, overflow, ...selects, ...groups, ...pickers]);
export const messageInput = z.discriminatedUnion('type', [plainTextInput, ...selects, ...groups, ...pickers]);
export const modalInput = z.discriminatedUnion('type', [
  plainTextInput,
  ...modalInputs,
  ...selects,
  ...groups,
  ...pickers,
]);

export type InputElement = z.infer<typeof modalInput>;
/** Everything a person can act on. */
export type Element = InputElement | z.infer<typeof actionsElement>;
