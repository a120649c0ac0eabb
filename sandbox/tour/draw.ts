import { styleText } from 'node:util';
import type { AnyBlock, KnownBlock, RichTextBlock } from '@slack/types';
import type { SeenMessage, SeenView } from '../slack/seen.ts';

type Names = Map<string, string>;

/** A message as lines for a terminal. */
export function drawMessage(
  { blocks, text, ephemeral }: Pick<SeenMessage, 'blocks' | 'text' | 'ephemeral'>,
  names: Names,
): string {
  const lines = blocks?.length > 0 ? blocks.flatMap((block) => drawBlock(block, names)) : [readable(text, names)];
  return frame(ephemeral ? [styleText('dim', 'Only visible to you'), ...lines] : lines);
}

/** A modal as lines for a terminal. */
export function drawView({ title, blocks, submit, close }: SeenView, names: Names): string {
  const buttons = [close, submit].filter((button) => button !== null).map((button) => `[ ${button.text} ]`);
  return frame([
    styleText('bold', title.text),
    '',
    ...blocks.flatMap((block) => drawBlock(block, names)),
    '',
    buttons.join('  '),
  ]);
}

function frame(lines: string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `  ${styleText('cyan', '│')} ${line}`)
    .join('\n');
}

function drawBlock(anyBlock: AnyBlock, names: Names): string[] {
  const block = anyBlock as KnownBlock;
  switch (block.type) {
    case 'section':
      return [readable(block.text?.text ?? '', names)];
    case 'context':
      return [
        styleText(
          'dim',
          block.elements.map((element) => ('text' in element ? readable(element.text, names) : '')).join(' '),
        ),
      ];
    case 'divider':
      return ['─'.repeat(40)];
    case 'actions':
      return [
        block.elements
          .map((element) => ('text' in element ? styleText('inverse', ` ${element.text.text} `) : ''))
          .join('  '),
      ];
    case 'input':
      return [
        `${styleText('bold', block.label.text)}${block.optional ? styleText('dim', ' (optional)') : ''} ${styleText('dim', drawElement(block.element))}`,
      ];
    case 'rich_text':
      return block.elements.flatMap(drawRichText);
    default:
      return [styleText('dim', `(${block.type})`)];
  }
}

function drawElement(element: object): string {
  const { placeholder, options } = element as {
    placeholder?: { text: string };
    options?: { text: { text: string } }[];
  };
  const choices = options?.map(({ text }) => text.text).join(' | ');
  return `‹${choices ?? placeholder?.text.replaceAll('\n', ' ⏎ ') ?? ''}›`;
}

function drawRichText(element: RichTextBlock['elements'][number]): string[] {
  const text = element.elements.map((part) => ('text' in part ? part.text : '')).join('');
  if (element.type === 'rich_text_preformatted') return [styleText('yellow', text)];
  return text.split('\n').map((line) => (element.type === 'rich_text_quote' ? `▏ ${line}` : line));
}

/** mrkdwn as a reader of Slack sees it, as far as a terminal can. */
function readable(mrkdwn: string, names: Names): string {
  return mrkdwn
    .replace(/<@(\w+)>/g, (_, id: string) => styleText('blue', `@${names.get(id) ?? id}`))
    .replace(/<!subteam\^(\w+)>/g, (_, id: string) => styleText('blue', `@${names.get(id) ?? id}`))
    .replace(/<!date\^\d+\^[^|]*\|([^>]*)>/g, '$1')
    .replace(/<https?:[^>|]+\|([^>]+)>/g, (_, text: string) => styleText('underline', text))
    .replace(/<(https?:[^>|]+)>/g, (_, url: string) => styleText('underline', url))
    .replace(/`([^`]+)`/g, (_, text: string) => styleText('magenta', text))
    .replace(/\*([^*\n]+)\*/g, (_, text: string) => styleText('bold', text))
    .replace(/:([a-z_]+):/g, (whole, name: string) => EMOJI[name] ?? whole)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const EMOJI: Record<string, string> = {
  warning: '⚠️ ',
  white_check_mark: '✅',
  hourglass_flowing_sand: '⏳',
  no_entry: '⛔',
  alarm_clock: '⏰',
  grey_question: '❔',
  x: '❌',
  outbox_tray: '📤',
  thumbsup: '👍',
};
