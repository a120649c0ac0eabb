import type { TextNode } from './nodes.ts';

export const plain = (text: string): TextNode => ({ type: 'text', text });

/** Makes nodes of what a pattern finds and of what stands in between; what comes to nothing stays as it was typed. */
export function pieces(
  text: string,
  pattern: RegExp,
  make: (match: RegExpExecArray) => TextNode | undefined,
  between: (text: string) => TextNode[] = (rest) => [plain(rest)],
): TextNode[] {
  const nodes: TextNode[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const node = make(match);
    if (!node) continue;
    if (match.index > at) nodes.push(...between(text.slice(at, match.index)));
    nodes.push(node);
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push(...between(text.slice(at)));
  return nodes;
}

export function joined(nodes: TextNode[]): TextNode[] {
  return nodes.reduce<TextNode[]>((result, node) => {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') result.splice(-1, 1, plain(last.text + node.text));
    else result.push(node);
    return result;
  }, []);
}

/** The three characters that mrkdwn takes for its own come escaped. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
