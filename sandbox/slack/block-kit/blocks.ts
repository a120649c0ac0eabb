import { z } from 'zod';
import { newId } from '../ids.ts';
import { anyText, plainText } from './composition.ts';
import { accessory, actionsElement, type Element, image, messageInput, modalInput, picture } from './elements.ts';
import { limits } from './limits.ts';

/** Blocks and where each may stand: https://docs.slack.dev/reference/block-kit/blocks. A block_id left out is made up. */

const id = {
  block_id: z
    .string()
    .min(1)
    .max(limits.id)
    .default(() => newId('')),
};

const section = z
  .strictObject({
    type: z.literal('section'),
    ...id,
    text: anyText(limits.sectionText).optional(),
    fields: z.array(anyText(limits.fieldText)).min(1).max(limits.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text || fields, { error: 'missing required field: text' });

const input = {
  type: z.literal('input'),
  ...id,
  label: plainText(limits.inputLabel),
  hint: plainText(limits.inputHint).optional(),
  optional: z.boolean().default(false),
  dispatch_action: z.boolean().default(false),
};

const everywhere = [
  section,
  z.strictObject({ type: z.literal('divider'), ...id }),
  z.strictObject({ type: z.literal('header'), ...id, text: plainText(limits.header) }),
  z
    .strictObject({
      type: z.literal('image'),
      ...id,
      ...picture,
      title: plainText(limits.imageText).optional(),
    })
    .refine(({ image_url, slack_file }) => !image_url !== !slack_file, {
      error: 'must provide either image_url or slack_file',
    }),
  z.strictObject({
    type: z.literal('context'),
    ...id,
    elements: z
      .array(z.discriminatedUnion('type', [image, ...anyText(limits.contextText).options]))
      .min(1)
      .max(limits.contextElements),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...id,
    elements: z.array(actionsElement).min(1).max(limits.actionsElements),
  }),
  z.strictObject({
    type: z.literal('rich_text'),
    ...id,
    elements: z
      .array(
        z.looseObject({
          type: z.enum(['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote']),
          elements: z.array(z.looseObject({ type: z.string() })),
        }),
      )
      .min(1),
  }),
  z.looseObject({ type: z.literal('video'), ...id }),
] as const;

export const messageBlock = z.discriminatedUnion('type', [
  ...everywhere,
  z.strictObject({ ...input, element: messageInput }),
  z.strictObject({ type: z.literal('markdown'), ...id, text: z.string().min(1).max(limits.markdown) }),
  z.strictObject({
    type: z.literal('table'),
    ...id,
    rows: z
      .array(z.array(z.looseObject({ type: z.enum(['raw_text', 'raw_number', 'rich_text']) })).max(limits.tableColumns))
      .min(1)
      .max(limits.tableRows),
    column_settings: z.array(z.unknown()).max(limits.tableColumns).optional(),
  }),
  // Kinds that the bot does not use are known by name and not looked into.
  ...(
    [
      'card',
      'carousel',
      'container',
      'context_actions',
      'data_table',
      'data_visualization',
      'file',
      'plan',
      'task_card',
    ] as const
  ).map((type) => z.looseObject({ type: z.literal(type), ...id })),
]);

/** The kinds above, less those for messages only: TightknitAI's surface rules, built from docs.slack.dev/blocks.json. */
export const modalBlock = z.discriminatedUnion('type', [
  ...everywhere,
  z.strictObject({ ...input, element: modalInput }),
  z.strictObject({
    type: z.literal('alert'),
    ...id,
    text: anyText(limits.alert),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
]);

export type MessageBlock = z.infer<typeof messageBlock>;
export type ModalBlock = z.infer<typeof modalBlock>;
export type Block = MessageBlock | ModalBlock;

/** What a person can act on in a block. */
export function elementsOf(block: Block): Element[] {
  if (block.type === 'input') return [block.element];
  if (block.type === 'actions') return block.elements;
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image') return [block.accessory];
  return [];
}

/** Every element with this action id: a message may have the same button in several blocks. */
export function findElements(blocks: readonly Block[], actionId: string): { block: Block; element: Element }[] {
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter(({ action_id }) => action_id === actionId)
      .map((element) => ({ block, element })),
  );
}

export const findElement = (
  blocks: readonly Block[],
  actionId: string,
): { block: Block; element: Element } | undefined => findElements(blocks, actionId)[0];
