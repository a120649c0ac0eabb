import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../language.ts';
import type { Sandbox } from './use-sandbox.ts';
import { shellWords } from './words.ts';

/** What to know about the connection to the sandbox, while there is something. */
export function Banners({ sandbox }: { sandbox: Sandbox }): VNode {
  const words = useWords(shellWords);
  const { isLost, isAnotherWorld, dismissAnotherWorld } = sandbox;
  return html`
    <div class="shell-banners" role="status">
      ${isLost && html`<p class="shell-banner">${words.reconnecting}</p>`}
      ${
        isAnotherWorld &&
        !isLost &&
        html`
        <p class="shell-banner">
          ${words.anotherWorld}
          <button type="button" class="shell-plain" onClick=${dismissAnotherWorld}>${words.dismiss}</button>
        </p>
      `
      }
    </div>
  `;
}
