const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What is longer is no character that somebody reads, but marks heaped upon one. */
const LONGEST_CHARACTER = 40;

/** So much of a text, and never a part of a character: Slack and SES refuse half of one, and a family stays together. */
export function beginning(text: string, max: number): string {
  if (text.length <= max) return text;
  const { index = max } = graphemes.segment(text).containing(max) ?? {};
  return max - index <= LONGEST_CHARACTER ? text.slice(0, index) : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

/** Zero widths, marks of direction, soft hyphens, a byte order mark. Variation selectors are not of them: they say how a character of a name is drawn. */
const UNSEEN = /[[\p{Default_Ignorable_Code_Point}\p{Cf}]--\p{Variation_Selector}]+/gv;

/** A text without what nobody sees. */
export const visible = (text: string): string => text.replace(UNSEEN, '');
