import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../language.ts';
import { useNow } from '../clock.ts';
import { entryOf } from './authenticator.ts';
import { secondsLeft, stepAt } from './one-time-code.ts';
import { useCodes } from './use-codes.ts';
import { consoleWords } from './words.ts';

/** The sandbox's own authenticator, so that nobody has to take out their telephone: the present code of a user. */
export function Telephone({ owner }: { owner: string }): VNode {
  const { telephone: words } = useWords(consoleWords);
  const now = useNow(true);
  const entry = entryOf(owner);
  const isUsed = entry !== undefined && stepAt(now) <= entry.usedUpTo;
  const [code] = useCodes(entry?.seed ?? '', [stepAt(now)]);
  if (!entry) return html`<${Screen} note=${words.elsewhere} />`;
  return html`
    <${Screen} note=${isUsed ? words.used(secondsLeft(now)) : words.left(secondsLeft(now))}>
      ${!isUsed && html`<${Code} name=${words.code} code=${code} />`}
    <//>
  `;
}

/**
 * Two codes for a device that is being assigned: the two before the present one, which a real telephone would have shown a while
 * ago. So nobody waits for the second, nor for a fresh one to sign in with.
 */
export function NewTelephone({ seed }: { seed: string }): VNode {
  const { telephone: words, assign } = useWords(consoleWords);
  const step = stepAt(useNow(true));
  const [first, second] = useCodes(seed, [step - 2, step - 1]);
  return html`
    <${Screen} note=${words.two}>
      <${Code} name=${assign.code1} code=${first} />
      <${Code} name=${assign.code2} code=${second} />
    <//>
  `;
}

function Screen({ note, children }: { note: string; children?: ComponentChildren }): VNode {
  const { telephone: words } = useWords(consoleWords);
  return html`
    <section class="aws-telephone" aria-label=${words.title}>
      <p class="aws-telephone-title" aria-hidden="true">${words.title}</p>
      ${children && html`<dl class="aws-telephone-codes">${children}</dl>`}
      <p class="aws-telephone-note">${note}</p>
    </section>
  `;
}

function Code({ name, code = '······' }: { name: string; code: string | undefined }): VNode {
  return html`<div><dt>${name}</dt><dd class="aws-telephone-code">${code}</dd></div>`;
}
