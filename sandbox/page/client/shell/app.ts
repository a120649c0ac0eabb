import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { LanguageContext, useWords } from '../language.ts';
import { Banners } from './banners.ts';
import { settle } from './conversations.ts';
import { useHintSetting } from './hint-setting.ts';
import { PageHeader } from './page-header.ts';
import { usePageLanguage } from './page-language.ts';
import { Panes } from './panes.ts';
import { usePlace } from './use-place.ts';
import { useSandbox } from './use-sandbox.ts';
import { shellWords } from './words.ts';

/** The whole page: what it knows, in which language, and where in it one is. */
export function App(): VNode {
  const { place, go } = usePlace();
  const [find, setFind] = useState('');
  const hints = useHintSetting();
  const sandbox = useSandbox(place.person, find, () => go({ pane: 'slack' }));
  const { slices } = sandbox;
  const [language, setLanguage] = usePageLanguage(slices?.world.language);

  return html`
    <${LanguageContext.Provider} value=${language}>
      <${PageHeader} team=${slices?.world.team} time=${slices?.time} hints=${hints} onLanguage=${setLanguage} />
      <${Banners} sandbox=${sandbox} />
      ${
        slices
          ? html`<${Panes} ...${{ slices, hints, find }} place=${settle(place, slices)} onGo=${go} onFind=${setFind} />`
          : html`<${Loading} />`
      }
    <//>
  `;
}

function Loading(): VNode {
  const { loading } = useWords(shellWords);
  return html`<p class="shell-loading" role="status">${loading}</p>`;
}
