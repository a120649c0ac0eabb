import type { AnyBlock, InputBlock } from '@slack/types';
import { type Held, isEmpty } from '../controls/held.ts';
import type { SlackWords } from '../words.ts';

/** What Slack's client refuses by itself before anything is sent, by block. */
export function checkForm(
  blocks: AnyBlock[],
  heldIn: (block: InputBlock) => Held,
  words: SlackWords['form'],
): Record<string, string> {
  const errors = blocks.filter(isInput).map((block) => [block.block_id ?? '', errorOf(block, heldIn(block), words)]);
  return Object.fromEntries(errors.filter(([, error]) => error !== undefined));
}

export const isInput = (block: AnyBlock): block is InputBlock => block.type === 'input';

function errorOf({ element, optional }: InputBlock, held: Held, words: SlackWords['form']): string | undefined {
  if (isEmpty(held)) return optional ? undefined : words.required;
  if (element.type !== 'plain_text_input' || typeof held !== 'string') return undefined;
  const { min_length = 0, max_length = 3000 } = element;
  if (held.length > max_length) return words.tooLong(max_length);
  return held.length < min_length ? words.tooShort(min_length) : undefined;
}
