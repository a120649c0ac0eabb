import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Heading } from '../console/heading.ts';
import { Fact } from '../fact.ts';
import type { TerminalPlace } from '../sign-in-context.ts';
import type { SignedIn } from './browsers.ts';
import { usePortal } from './door.ts';
import { TerminalCode } from './terminal-code.ts';
import { portalWords } from './words.ts';

/** Who asks, and by which code; where it came by a link, where the browser goes afterwards. */
type Request = { client: string; userCode?: string; location?: string };

/** A terminal asks to be let in: that is only for who sits at it, and the page says by what they know. */
export function TerminalRequest({
  userName,
  session,
  terminal,
  onSignedOut,
  onDone,
}: SignedIn & { terminal: TerminalPlace; onSignedOut: () => void; onDone: () => void }): VNode {
  const { request: words } = useWords(portalWords);
  const { refusal, isBusy, call } = usePortal();
  const [place, setPlace] = useState(terminal);
  const [request, setRequest] = useState<Request>();
  const [decided, setDecided] = useState<'allow' | 'deny'>();
  const isToBeTyped = 'userCode' in place && !place.userCode;

  const ask = (more: { decision?: 'allow' | 'deny' } = {}) =>
    call<Request>('terminal', { session, ...place, ...more }, (code) => code === 'signed-out' && onSignedOut());
  useEffect(() => {
    if (!isToBeTyped) void ask().then(setRequest);
  }, [place]);
  const decide = async (decision: 'allow' | 'deny') => {
    const answer = await ask({ decision });
    if (!answer) return;
    setDecided(decision);
    if (answer.location) location.assign(answer.location);
  };

  if (isToBeTyped)
    return html`<${TerminalCode} userName=${userName} onCode=${(userCode: string) => setPlace({ userCode })} />`;
  return html`
    <section class="aws-console" aria-label=${words.title}>
      <${Heading}>${words.title}<//>
      <dl class="aws-facts">
        <${Fact} name=${words.signedInAs}>${userName}<//>
        ${request && html`<${Fact} name=${words.client}><code>${request.client}</code><//>`}
      </dl>
      <p class="aws-refusal" role="alert">${refusal}</p>
      ${
        request &&
        !decided &&
        html`
        ${request.userCode && html`<p class="aws-user-code"><code>${request.userCode}</code></p>`}
        <p class="aws-note">${request.userCode ? words.onlyIf.code : words.onlyIf.link}</p>
        <p>${words.means}</p>
        <div class="aws-console-doors">
          <button type="button" class="aws-button" aria-disabled=${isBusy} onClick=${() => decide('allow')}>
            ${request.userCode ? words.confirm : words.allow}
          </button>
          <button type="button" class="aws-button" aria-disabled=${isBusy} onClick=${() => decide('deny')}>${words.deny}</button>
        </div>
      `
      }
      <p role="status">${decided && words.decided[decided]}</p>
      <button type="button" class="aws-link" onClick=${onDone}>${words.toAccounts}</button>
    </section>
  `;
}
