import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';

/** Text to the letter, and a button that copies it. */
export function Preformatted({ children }: { children?: ComponentChildren }): VNode {
  const { blocks: words } = useWords(slackWords);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  const text = useRef<HTMLElement>(null);

  async function copy(): Promise<void> {
    setOutcome(undefined);
    try {
      await navigator.clipboard.writeText(text.current?.textContent ?? '');
      setOutcome('copied');
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setOutcome('copyFailed');
    }
  }

  return html`
    <div class="slack-preformatted">
      <pre><code ref=${text} dir="ltr">${children}</code></pre>
      <button type="button" class="slack-copy" onClick=${copy}>${words.copy}</button>
      <span class=${outcome === 'copyFailed' ? 'slack-copied slack-copy-failed' : 'slack-copied'} role="status">${outcome && words[outcome]}</span>
    </div>
  `;
}
