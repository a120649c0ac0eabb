import type { ContextBlock, KnownBlock, ModalView, PlainTextElement, RichTextBlock, SectionBlock } from '@slack/types';
import { beginning } from '../../onboarding/characters.ts';
import { escaped } from './mrkdwn.ts';

/** A message for chat.postMessage and chat.update: blocks, and the text that notifications and screen readers take instead. */
export type Message = { text: string; blocks: KnownBlock[] };

/** A message of these parts, within Slack's limits; its text says the same as its blocks. @throws as `layout` does */
export function message(parts: (KnownBlock | List)[]): Message {
  const blocks = layout(parts);
  return { text: textOf(blocks), blocks };
}

/** Lines under a heading, which may be empty; `more` says how many did not fit. Of a `whole` list none may be missing. */
export type List = { heading: string; lines: string[]; more: (count: number) => string; whole?: true };

/** What must be shown as a whole does not fit into one message. */
export class MessageTooLong extends Error {
  override name = 'MessageTooLong';
}

/** Text of a section: 3,000 characters at most. Source: docs.slack.dev, Section block. */
const SECTION_MAX = 3_000;
/** Slack refuses a message of about 12,000 characters (msg_blocks_too_long); 9,597 were seen to pass (bolt-js#2509). */
const MESSAGE_MAX = 9_000;
const ROOM_FOR_MORE = 60;

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Text of any length, over as many sections as it needs. */
export const sections = (text: string): SectionBlock[] => piecesOf(text).map(section);

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/** What somebody wrote, to the letter: rich text has no markup in it, so nothing needs to be escaped. */
export function quote(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }] };
}

/** Text to be copied, to the letter. */
export function preformatted(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] };
}

/**
 * Lays out a message within Slack's limits: whole lists come first, the others share the room that is left.
 * @throws MessageTooLong rather than leave out a line of a whole list
 */
export function layout(parts: (KnownBlock | List)[]): KnownBlock[] {
  let room = MESSAGE_MAX;
  for (const part of parts) room -= 'lines' in part ? (part.whole ? lengthOfList(part) : 0) : lengthOf(part);
  if (room < 0 && parts.some((part) => 'whole' in part))
    throw new MessageTooLong(`The message is ${-room} characters too long.`);

  let lists = parts.filter((part) => 'lines' in part && !part.whole).length;
  return parts.flatMap((part) => {
    if (!('lines' in part)) return part;
    if (part.whole) return fitted(part, Number.POSITIVE_INFINITY);
    const sections = fitted(part, room / lists--);
    room -= sections.reduce((sum, block) => sum + lengthOf(block), 0);
    return sections;
  });
}

function lengthOfList({ heading, lines }: List): number {
  return lines.reduce((sum, line) => sum + line.length + 1, heading.length);
}

/** A list of at most `max` characters, over as many sections as it needs. */
function fitted({ heading, lines, more }: List, max: number): SectionBlock[] {
  const texts = piecesOf(heading);
  let length = heading.length;
  for (const [i, line] of lines.entries()) {
    const isTooLong = length + line.length + 1 > max - ROOM_FOR_MORE;
    const next = isTooLong ? more(lines.length - i) : line;
    for (const piece of piecesOf(next)) {
      const last = texts.at(-1) ?? '';
      if (last.length + piece.length + 1 > SECTION_MAX) texts.push(piece);
      else texts[texts.length - 1] = last === '' ? piece : `${last}\n${piece}`;
    }
    length += next.length + 1;
    if (isTooLong) break;
  }
  return texts.map(section);
}

/** A text that is longer than a section, parted between lines or between the names of a list. */
function piecesOf(text: string): string[] {
  if (text.length <= SECTION_MAX) return [text];
  const [comma, line] = [', ', '\n'].map((mark) => text.lastIndexOf(mark, SECTION_MAX - 1) + 1);
  const end = Math.max(comma ?? 0, line ?? 0) || beginning(text, SECTION_MAX).length;
  return [text.slice(0, end).trimEnd(), ...piecesOf(text.slice(end).trimStart())];
}

/** Slack cuts a text off at 40,000 characters, and asks for no more than 4,000. Source: docs.slack.dev, chat.postMessage. */
const TEXT_MAX = 3_000;

function textOf(blocks: KnownBlock[]): string {
  const text = blocks
    .map((block) => mrkdwnIn(block).join(block.type === 'actions' ? ' / ' : ' '))
    .filter((line) => line !== '')
    .join('\n');
  if (text.length <= TEXT_MAX) return text;
  const end = text.lastIndexOf('\n', TEXT_MAX);
  return `${end > 0 ? text.slice(0, end) : beginning(text, TEXT_MAX)}\n…`;
}

/**
 * Rich text holds no markup, but the text of a message does: what somebody wrote must not become a mention there, and
 * every line of it stands as a quote, so that none passes for the bot's own.
 */
function mrkdwnIn(block: KnownBlock): string[] {
  const texts = textsIn(block);
  return block.type === 'rich_text' ? texts.map((text) => escaped(text).replace(/^/gm, '> ')) : texts;
}

/** The characters of a block that a reader sees. */
function lengthOf(block: KnownBlock): number {
  return textsIn(block).reduce((sum, text) => sum + text.length, 0);
}

/** Everything in a block that a reader sees; of a button, what its confirmation says comes after a click. */
function textsIn(block: KnownBlock): string[] {
  if (block.type === 'actions')
    return block.elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
  return [...JSON.stringify(block).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) => JSON.parse(text));
}

/** A modal without anything to submit. */
export function notice(title: string, close: string, blocks: KnownBlock[]): ModalView {
  return { type: 'modal', title: plain(title), close: plain(close), blocks };
}
