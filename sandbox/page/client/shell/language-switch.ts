import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type Language, useLanguage, useWords } from '../language.ts';
import { shellWords } from './words.ts';

const names: [Language, string][] = [
  ['en', 'EN'],
  ['ja', '日本語'],
];

export function LanguageSwitch({ onChoose }: { onChoose(language: Language): void }): VNode {
  const current = useLanguage();
  const words = useWords(shellWords);
  return html`
    <div class="shell-languages" role="group" aria-label=${words.language}>
      ${names.map(
        ([language, name]) => html`
          <button type="button" key=${language} lang=${language} aria-pressed=${language === current}
            onClick=${() => onChoose(language)}>${name}</button>
        `,
      )}
    </div>
  `;
}
