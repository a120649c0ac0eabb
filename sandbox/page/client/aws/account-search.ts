import { html } from 'htm/preact';
import type { TargetedInputEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../language.ts';
import { awsWords } from './words.ts';

const pauseMs = 200;

/** Asks for accounts when the typing pauses, and not while an input method is composing. */
export function AccountSearch({ find, onFind }: { find: string; onFind: (text: string) => void }): VNode {
  const { accounts: words } = useWords(awsWords);
  const [text, setText] = useState(find);
  const [isComposing, setComposing] = useState(false);

  useEffect(() => setText(find), [find]);
  useEffect(() => {
    if (isComposing || text === find) return;
    const timer = setTimeout(() => onFind(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, isComposing]);

  return html`
    <label class="aws-field">
      <span class="aws-label">${words.search}</span>
      <input
        type="search"
        value=${text}
        placeholder=${words.placeholder}
        autocomplete="off"
        spellcheck=${false}
        dir="auto"
        onInput=${(event: TargetedInputEvent<HTMLInputElement>) => setText(event.currentTarget.value)}
        onCompositionStart=${() => setComposing(true)}
        onCompositionEnd=${() => setComposing(false)}
      />
    </label>
  `;
}
