/** Text as it is drawn, whether it was written as mrkdwn, as plain text or as rich text. */
export type TextNode =
  | { type: 'text'; text: string }
  | { type: 'emoji'; name: string }
  | { type: Style; children: TextNode[] }
  | { type: 'link'; url: string; children: TextNode[] }
  | { type: 'user'; id: string }
  | { type: 'channel'; id: string; label?: string }
  | { type: 'usergroup'; id: string; label?: string }
  | { type: 'broadcast'; range: string }
  | DateNode;

export type Style = 'bold' | 'italic' | 'strike' | 'code' | 'preformatted' | 'quote';

/** A moment in seconds, written by a format such as `{date} at {time}`. */
export type DateNode = { type: 'date'; timestamp: number; format: string; fallback: string; url?: string };
