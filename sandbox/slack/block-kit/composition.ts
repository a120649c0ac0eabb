import { z } from 'zod';
import { limits } from './limits.ts';

/** Composition objects: https://docs.slack.dev/reference/block-kit/composition-objects. Slack fills in `emoji` and `verbatim`. */

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().default(true),
  });

const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().default(false),
  });

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const confirmation = z.strictObject({
  title: plainText(limits.confirmTitle),
  text: anyText(limits.confirmText),
  confirm: plainText(limits.confirmButton),
  deny: plainText(limits.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

const described = {
  value: z.string().max(limits.optionValue),
  description: plainText(limits.optionText).optional(),
};

export const option = z.strictObject({ text: plainText(limits.optionText), ...described });

/** Of radio buttons and checkboxes, whose words may be mrkdwn. */
export const richOption = z.strictObject({ text: anyText(limits.optionText), ...described });

export const overflowOption = option.extend({ url: z.string().max(limits.url).optional() });

export const optionGroup = z.strictObject({
  label: plainText(limits.groupLabel),
  options: z.array(option).min(1).max(limits.options),
});

export type Option = z.infer<typeof richOption>;
export type OptionGroup = z.infer<typeof optionGroup>;
