import type { RichTextElement } from '@slack/types';
import { emoji } from '../text/emoji.ts';
import type { Style, TextNode } from '../text/nodes.ts';
import { plain } from '../text/pieces.ts';

/** The pieces of a rich text as nodes; there is no markup in them. */
export function richTextNodes(elements: RichTextElement[]): TextNode[] {
  return elements.map((element) => styled(nodeOf(element), element.style));
}

const styles = ['code', 'strike', 'italic', 'bold'] as const satisfies Style[];

function styled(node: TextNode, style: RichTextElement['style'] = {}): TextNode {
  return styles
    .filter((name) => style[name])
    .reduce<TextNode>((inner, name) => ({ type: name, children: [inner] }), node);
}

function nodeOf(element: RichTextElement): TextNode {
  switch (element.type) {
    case 'text':
      return plain(element.text);
    case 'link':
      return { type: 'link', url: element.url, children: [plain(element.text ?? element.url)] };
    case 'user':
      return { type: 'user', id: element.user_id };
    case 'usergroup':
      return { type: 'usergroup', id: element.usergroup_id };
    case 'channel':
      return { type: 'channel', id: element.channel_id };
    case 'broadcast':
      return { type: 'broadcast', range: element.range };
    case 'emoji':
      return emoji.has(element.name) ? { type: 'emoji', name: element.name } : plain(`:${element.name}:`);
    case 'date': {
      const { timestamp, format, url, fallback = format } = element;
      return { type: 'date', timestamp, format, fallback, ...(url !== undefined && { url }) };
    }
    case 'color':
      return plain(element.value);
    case 'team':
      return plain(element.team_id);
    default:
      return plain(JSON.stringify(element));
  }
}
