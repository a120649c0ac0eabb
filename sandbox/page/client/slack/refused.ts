import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../language.ts';
import { Trouble } from './trouble.ts';
import type { Refusal } from './use-send.ts';
import { slackWords } from './words.ts';

/** Says why what was typed was not sent. */
export function Refused({ refusal }: { refusal: Refusal }): VNode {
  const { composer: words } = useWords(slackWords);
  switch (refusal.kind) {
    case 'chat':
      return html`<p class="slack-trouble" role="alert">${words.noChat}</p>`;
    case 'unknown':
      return html`<p class="slack-trouble" role="alert">${words.unknown(refusal.command)}</p>`;
    case 'failed':
      return html`
        <div class="slack-refused"><span>${words.failed(refusal.command)}</span> <${Trouble} failure=${refusal.failure} /></div>
      `;
  }
}
