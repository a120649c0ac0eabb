import { emoji } from './emoji.ts';
import { emphasisAt } from './emphasis.ts';
import type { TextNode } from './nodes.ts';
import { joined, pieces, plain, unescaped } from './pieces.ts';
import { readReference } from './references.ts';

/** Reads Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text. */
export function parseMrkdwn(text: string): TextNode[] {
  const fences = /\n?```\n?([\s\S]+?)\n?```\n?/g;
  return pieces(
    text,
    fences,
    ([, inside = '']) => ({ type: 'preformatted', children: withReferences(inside) }),
    withQuotes,
  );
}

/** Plain text knows emoji and nothing else. */
export function parsePlainText(text: string): TextNode[] {
  return pieces(text, /:([a-z0-9_+'-]+):/g, ([, name = '']) => emojiNode(name));
}

/** `>` quotes a line and `>>>` everything from there on; each may stand there escaped. */
function withQuotes(text: string): TextNode[] {
  const quotes = /^(?:>|&gt;){3}\s?([\s\S]+)|^(?:(?:>|&gt;).*(?:\n|$))+/gm;
  return pieces(
    text,
    quotes,
    ([lines, rest]) => ({
      type: 'quote',
      children: inline(rest ?? lines.replace(/^(?:>|&gt;) ?/gm, '').replace(/\n$/, '')),
    }),
    inline,
  );
}

function inline(text: string): TextNode[] {
  const nodes: TextNode[] = [];
  for (let at = 0; at < text.length; ) {
    const { node, end } = markupAt(text, at) ?? plainAt(text, at);
    nodes.push(node);
    at = end;
  }
  return joined(nodes);
}

type Found = { node: TextNode; end: number };

const meaningful = /[<`:*_~h]/g;

function plainAt(text: string, at: number): Found {
  meaningful.lastIndex = at + 1;
  const end = meaningful.exec(text)?.index ?? text.length;
  return { node: plain(unescaped(text.slice(at, end))), end };
}

/** What may begin at a place, and what becomes of its inside. */
const markup: [RegExp, (inside: string) => TextNode | undefined][] = [
  [/<([^<>\n]+)>/y, readReference],
  [/`([^`\n]+)`/y, (inside) => ({ type: 'code', children: withReferences(inside) })],
  [/:([a-z0-9_+'-]+):/y, emojiNode],
  [/(?<![\p{L}\p{N}])(https?:\/\/[^\s<>`|]*[^\s<>`|.,;:!?'")*_~])/uy, linkTo],
];

function markupAt(text: string, at: number): Found | undefined {
  for (const [pattern, make] of markup) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const node = match && make(match[1] ?? '');
    if (match && node) return { node, end: at + match[0].length };
  }
  const emphasis = emphasisAt(text, at);
  return emphasis && { node: { type: emphasis.style, children: inline(emphasis.inside) }, end: emphasis.end };
}

/** Within code only references mean something. */
function withReferences(text: string): TextNode[] {
  const rest = (between: string) => [plain(unescaped(between))];
  return joined(pieces(text, /<([^<>\n]+)>/g, ([, inside = '']) => readReference(inside), rest));
}

function emojiNode(name: string): TextNode | undefined {
  return emoji.has(name) ? { type: 'emoji', name } : undefined;
}

function linkTo(url: string): TextNode {
  return { type: 'link', url: unescaped(url), children: [plain(unescaped(url))] };
}
