import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Buckets } from './buckets.ts';
import { Home } from './home.ts';
import { SecurityCredentials } from './security-credentials.ts';
import type { Visit } from './visit.ts';
import { consoleWords } from './words.ts';

const pages = { home: Home, s3: Buckets, security: SecurityCredentials };
type PageName = keyof typeof pages;

/** Behind the door: a few pages of the console, as the local AWS lets the person see them. */
export function Console(visit: Omit<Visit, 'userName'>): VNode {
  const words = useWords(consoleWords);
  // Whoever goes to the page where they are finds it as it was at first.
  const [{ page, visits }, setPlace] = useState<{ page: PageName; visits: number }>({ page: 'home', visits: 0 });
  const go = (name: PageName) => setPlace({ page: name, visits: visits + 1 });
  const { place, onLeave } = visit;
  const userName = place.userName ?? '';
  const door = (name: PageName) => html`
    <button type="button" class="aws-button" aria-current=${name === page && 'page'} onClick=${() => go(name)}>
      ${words.pages[name]}
    </button>
  `;
  return html`
    <section class="aws-console" aria-label=${words.title}>
      <p class="aws-console-bar"><span>${words.title}</span><bdi>${userName} @ ${place.account}</bdi></p>
      <nav class="aws-console-doors" aria-label=${words.title}>
        ${door('home')} ${door('s3')} ${door('security')}
        <button type="button" class="aws-button" onClick=${onLeave}>${words.signOut}</button>
      </nav>
      <${pages[page]} key=${visits} ...${visit} userName=${userName} />
    </section>
  `;
}
