import type { Block } from '../block-kit/blocks.ts';
import type { ModalView } from '../block-kit/check.ts';
import { type Holder, holdersOf, holding } from '../block-kit/holding.ts';

/** A field of an open form. */
export type Field = {
  /** The element as it first came: an initial value that an update brings is not heeded. */
  first: Holder;
  /** It came with an update: Slack shows what it starts with, but does not tell it before it is touched (bolt-python#572, bolt-js#1258). */
  isLate: boolean;
  /** What somebody put into it, as payloads carry it; `strange` is a value that is on no menu. */
  held?: { state: Record<string, unknown>; strange?: string };
};

/** By block and action: a field is the same for as long as both are, and its kind. */
export type Fields = Map<string, Field>;

export const fieldKey = (block: Block, { action_id, type }: Holder): string =>
  JSON.stringify([block.block_id, action_id, type]);

/** The fields of a form; `before` are those that it had until an update, which keep what they hold. */
export function fieldsOf({ blocks }: ModalView, before?: Fields): Fields {
  const fields = blocks.flatMap((block) =>
    holdersOf(block).map((first): [string, Field] => {
      const key = fieldKey(block, first);
      return [key, before?.get(key) ?? { first, isLate: before !== undefined }];
    }),
  );
  return new Map(fields);
}

/** A form as it is on somebody's screen: every input with what it first started with. */
export function asShown(content: ModalView, fields: Fields): ModalView {
  const blocks = content.blocks.map((block) => {
    if (block.type !== 'input') return block;
    const first = fields.get(fieldKey(block, block.element))?.first ?? block.element;
    const [, initial] = holding[block.element.type];
    return { ...block, element: { ...block.element, [initial]: Reflect.get(first, initial) } };
  });
  return { ...content, blocks };
}
