import type { PlainTextElement } from '@slack/types';
import { emoji } from './emoji.ts';

/** Plain text where no markup can stand, as in a placeholder. */
export function asString({ text, emoji: isDrawn = true }: PlainTextElement): string {
  return isDrawn ? text.replace(/:([a-z0-9_+'-]+):/g, (typed, name: string) => emoji.get(name) ?? typed) : text;
}
