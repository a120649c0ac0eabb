import type { TextNode } from './nodes.ts';
import { plain, unescaped } from './pieces.ts';

/** Reads what stands between `<` and `>` in mrkdwn; undefined where it refers to nothing. */
export function readReference(inside: string): TextNode | undefined {
  const [target = '', label] = divided(inside, '|');
  const rest = target.slice(1);
  switch (target[0]) {
    case '@':
      return { type: 'user', id: rest };
    case '#':
      return { type: 'channel', id: rest, ...labelled(label) };
    case '!':
      return readCommand(rest, label);
    default:
      return /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:)/i.test(target) ? link(unescaped(target), label) : undefined;
  }
}

function readCommand(command: string, label: string | undefined): TextNode | undefined {
  const [name, ...args] = command.split('^');
  if (name === 'subteam') return { type: 'usergroup', id: args[0] ?? '', ...labelled(label) };
  if (name === 'date') return readDate(args, label ?? '');
  if (name === 'here' || name === 'channel' || name === 'everyone') return { type: 'broadcast', range: name };
  return label === undefined ? undefined : plain(unescaped(label));
}

function readDate([timestamp = '', format = '', url]: string[], fallback: string): TextNode {
  return {
    type: 'date',
    timestamp: Number(timestamp),
    format: unescaped(format),
    fallback: unescaped(fallback),
    ...(url !== undefined && { url: unescaped(url) }),
  };
}

function link(url: string, label = url.replace(/^(?:mailto|tel):/i, '')): TextNode {
  return { type: 'link', url, children: [plain(unescaped(label))] };
}

const labelled = (label: string | undefined) => (label ? { label: unescaped(label) } : {});

function divided(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
