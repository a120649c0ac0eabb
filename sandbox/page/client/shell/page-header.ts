import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { TimeSlice } from '../../slices.ts';
import { type Language, useWords } from '../language.ts';
import { About } from './about.ts';
import { focusMain } from './frame.ts';
import type { HintSetting } from './hint-setting.ts';
import { LanguageSwitch } from './language-switch.ts';
import { TimeControl } from './time-control.ts';
import { shellWords } from './words.ts';

type Props = {
  team: string | undefined;
  time: TimeSlice | undefined;
  hints: HintSetting;
  onLanguage(language: Language): void;
};

export function PageHeader({ team, time, hints, onLanguage }: Props): VNode {
  const words = useWords(shellWords);
  return html`
    <header class="shell-header">
      <button type="button" class="shell-skip" onClick=${focusMain}>${words.skip}</button>
      <h1>boarding-pass <span>${words.sandbox}</span></h1>
      <bdi class="shell-team">${team}</bdi>
      ${time?.canBeMoved && html`<${TimeControl} ahead=${time.ahead} />`}
      <${About} hints=${hints} />
      <${LanguageSwitch} onChoose=${onLanguage} />
    </header>
  `;
}
