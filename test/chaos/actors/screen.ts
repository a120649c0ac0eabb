import type { SeenView } from '../../../sandbox/slack/seen.ts';
import { en } from '../../../src/messages/words/en.ts';
import { hasButton, wordsIn } from '../world/eyes.ts';

/** What somebody who wants their password has on a screen. */
export type Screen =
  | { kind: 'nothing' }
  | { kind: 'loading' | 'another can be had' | 'has signed in' | 'failed'; view: SeenView }
  | { kind: 'password'; view: SeenView; password: string };

export function readScreen(modals: SeenView[]): Screen {
  const view = modals.findLast(({ title }) => title.text === en.password.title);
  if (!view) return { kind: 'nothing' };
  const password = passwordIn(view);
  if (password !== undefined) return { kind: 'password', view, password };
  if (hasButton(view, 'make-new-password')) return { kind: 'another can be had', view };
  const words = wordsIn(view.blocks);
  if (words.includes(en.password.loading)) return { kind: 'loading', view };
  return { kind: words.includes(en.password.AlreadySignedIn) ? 'has signed in' : 'failed', view };
}

/** It stands in the modal's only rich text. */
function passwordIn({ blocks }: SeenView): string | undefined {
  const block = blocks.find(({ type }) => type === 'rich_text');
  return block && wordsIn(block);
}
