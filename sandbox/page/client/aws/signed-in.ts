import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { Fact } from './fact.ts';
import type { SignInPlace } from './sign-in-context.ts';
import { awsWords } from './words.ts';

/** Behind the door: who is signed in, and where. */
export function SignedIn({
  place,
  account,
  onLeave,
}: {
  place: SignInPlace;
  account: AccountSlice | undefined;
  onLeave: () => void;
}): VNode {
  const { signIn: words } = useWords(awsWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return html`
    <section class="aws-console">
      <p class="aws-console-bar"><span>${words.console}</span><bdi>${place.userName} @ ${place.account}</bdi></p>
      <h3 class="aws-sign-in-title" ref=${heading} tabindex="-1">${words.doneTitle}</h3>
      <dl class="aws-facts">
        <${Fact} name=${words.userName}>${place.userName}<//>
        <${Fact} name=${words.accountFact}>${account?.name ?? place.account} <code>${account?.id}</code><//>
      </dl>
      <p>${words.done}</p>
      <button type="button" class="aws-button" onClick=${onLeave}>${words.again}</button>
    </section>
  `;
}
