import type { ContextBlock, KnownBlock, ModalView, PlainTextElement, RichTextBlock, SectionBlock } from '@slack/types';

/** A message for chat.postMessage and chat.update: blocks, and the text that notifications show. */
export type Message = { text: string; blocks: KnownBlock[] };

/** Text of a section: 3,000 characters at most. Source: docs.slack.dev, Section block. */
const SECTION_MAX = 3_000;
/** Slack refuses a message of about 12,000 characters (msg_blocks_too_long); a list leaves room for the rest. */
const LIST_MAX = 8_000;

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

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

/** Lines under a heading, over as many sections as they need; what would make the message too long is counted. */
export function list(heading: string, lines: string[], more: (count: number) => string): SectionBlock[] {
  const sections: string[] = [];
  let current = heading;
  let length = heading.length;
  for (const [i, line] of lines.entries()) {
    if (length + line.length > LIST_MAX) {
      current += `\n${more(lines.length - i)}`;
      break;
    }
    if (current.length + line.length + 1 > SECTION_MAX - 100) {
      sections.push(current);
      current = line;
    } else current += `\n${line}`;
    length += line.length + 1;
  }
  return [...sections, current].map(section);
}

/** A modal without anything to submit. */
export function notice(title: string, close: string, blocks: KnownBlock[]): ModalView {
  return { type: 'modal', title: plain(title), close: plain(close), blocks };
}
