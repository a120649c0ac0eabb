import { z } from 'zod';
import { checkMessageBlocks } from './block-kit/check.ts';
import { limits } from './block-kit/limits.ts';
import { Refusal } from './refusal.ts';
import type { Content, Metadata } from './workspace/messages.ts';

/** What a call or an answer says, unchecked. */
export type Said = { text?: string | undefined; blocks?: unknown; metadata?: unknown };

/** A new message's content, or Slack's reason to refuse it. */
export function readContent(said: Said, longest: number = limits.text): Content {
  const blocks = said.blocks === undefined ? [] : checkMessageBlocks(said.blocks);
  const text = said.text ?? '';
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > longest) throw new Refusal('msg_too_long');
  const metadata = readMetadata(said.metadata);
  return { text, blocks, ...(metadata && { metadata }) };
}

/** An edit keeps what it does not name: blocks and metadata are removed by an empty value only (docs: chat.update). */
export function readEdit(said: Said, before: Content): Content {
  if (said.text === undefined && said.blocks === undefined) throw new Refusal('no_text');
  const { blocks = before.blocks, metadata = before.metadata, text = '' } = said;
  return readContent({ text, blocks, metadata }, limits.updatedText);
}

const metadataShape = z.object({
  event_type: z.string().min(1).max(limits.id),
  event_payload: z.record(z.string(), z.unknown()),
});

function readMetadata(value: unknown): Metadata | undefined {
  if (value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0))
    return undefined;
  const { data, error } = metadataShape.safeParse(value);
  if (error) throw new Refusal('invalid_metadata_format');
  return data;
}
