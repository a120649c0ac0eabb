import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { type Block, elementsOf, type MessageBlock, messageBlock, modalBlock } from './blocks.ts';
import { option, optionGroup, plainText } from './composition.ts';
import { limits } from './limits.ts';
import { problem, problemsOf } from './problems.ts';

const messageBlocks = z.array(messageBlock).max(limits.messageBlocks);

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(limits.title),
  blocks: z.array(modalBlock).max(limits.viewBlocks),
  close: plainText(limits.title).optional(),
  submit: plainText(limits.title).optional(),
  private_metadata: z.string().max(limits.privateMetadata).default(''),
  callback_id: z.string().max(limits.id).default(''),
  external_id: z.string().max(limits.id).default(''),
  clear_on_close: z.boolean().default(false),
  notify_on_close: z.boolean().default(false),
});

export type ModalView = z.infer<typeof modal>;

const suggestions = z.union([
  z.strictObject({ options: z.array(option).max(limits.options) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(limits.optionGroups) }),
]);

export type Suggestions = z.infer<typeof suggestions>;

/** A message's blocks, named and completed as Slack stores them. */
export function checkMessageBlocks(value: unknown): MessageBlock[] {
  if (!Array.isArray(value)) throw new Refusal('invalid_blocks_format');
  const { data, error } = messageBlocks.safeParse(value);
  const problems = error ? problemsOf(error, value, '/blocks') : problemsAcross(data, '/blocks');
  if (problems.length > 0) throw refusal('invalid_blocks', problems);
  if (lengthOfTexts(data) > limits.messageText) throw new Refusal('msg_blocks_too_long');
  return data ?? [];
}

export function checkView(value: unknown): ModalView {
  if (Buffer.byteLength(JSON.stringify(value) ?? '') > limits.viewBytes) throw new Refusal('view_too_large');
  const { data, error } = modal.safeParse(value);
  if (error) throw refusal('invalid_arguments', problemsOf(error, value, '/view'));
  const problems = problemsAcross(data.blocks, '/view/blocks');
  if (!data.submit && data.blocks.some(({ type }) => type === 'input'))
    problems.push(problem('missing required field: submit', '/view'));
  if (problems.length > 0) throw refusal('invalid_arguments', problems);
  return data;
}

export function checkSuggestions(value: unknown): Suggestions {
  const { data, error } = suggestions.safeParse(value);
  if (error) throw refusal('invalid_arguments', problemsIn(value));
  return data;
}

/** A union's complaints name no branch; the branch that was meant is plain from its key. */
function problemsIn(value: unknown): string[] {
  const [branch] = suggestions.options.filter(({ shape }) =>
    Object.keys(shape).some((key) => typeof value === 'object' && value !== null && key in value),
  );
  const error = (branch ?? suggestions.options[0]).safeParse(value).error;
  return error ? problemsOf(error, value) : [];
}

/** What only shows when blocks are looked at together. */
function problemsAcross(blocks: readonly Block[] = [], pointer: string): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  let focused = 0;
  let tables = 0;
  blocks.forEach((block, index) => {
    const id = block.block_id;
    if (seen.has(id)) problems.push(problem(`block_id already exists: ${id}`, `${pointer}/${index}/block_id`));
    seen.add(id);
    const elements = elementsOf(block);
    const ids = elements.map(({ action_id }) => action_id);
    if (new Set(ids).size < ids.length)
      problems.push(problem('action_id already exists', `${pointer}/${index}/elements`));
    focused += elements.filter((element) => 'focus_on_load' in element && element.focus_on_load).length;
    if (block.type === 'table') tables += 1;
  });
  if (focused > 1) problems.push(problem('only one element can have focus_on_load', pointer));
  if (tables > 1) problems.push(problem('only one table allowed', pointer));
  return problems;
}

/** Counts every `text` in the tree, as the measurements of bolt-js#2867 did. */
function lengthOfTexts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, child]) => sum + (key === 'text' && typeof child === 'string' ? child.length : lengthOfTexts(child)),
    0,
  );
}

/** Slack repeats the problems without their tag as `errors` (seen in adobe/spacecat-api-service#176). */
const refusal = (error: string, problems: string[]): Refusal =>
  new Refusal(error, {
    errors: problems.map((line) => line.replace('[ERROR] ', '')),
    response_metadata: { messages: problems },
  });
