import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useWords } from '../language.ts';
import type { HintSetting } from './hint-setting.ts';
import { shellWords } from './words.ts';

/** A button, and behind it what of the sandbox is real and what is local. */
export function About({ hints }: { hints: HintSetting }): VNode {
  const words = useWords(shellWords);
  const { real, realThings, local, localThings } = words.about;
  const dialog = useRef<HTMLDialogElement>(null);
  const things = (title: string, all: string[]) => html`
    <h3>${title}</h3>
    <ul>${all.map((thing) => html`<li>${thing}</li>`)}</ul>
  `;

  return html`
    <button type="button" class="shell-plain" onClick=${() => dialog.current?.showModal()}>${words.howThisWorks}</button>
    <dialog ref=${dialog} class="shell-about" aria-labelledby="shell-about">
      <h2 id="shell-about">${words.howThisWorks}</h2>
      ${things(real, realThings)}
      ${things(local, localThings)}
      <form method="dialog">
        ${
          !hints.isOn &&
          html`<button class="shell-plain" onClick=${() => hints.set(true)}>${words.hint.showAgain}</button>`
        }
        <button class="shell-go">${words.close}</button>
      </form>
    </dialog>
  `;
}
