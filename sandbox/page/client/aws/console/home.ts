import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { Fact } from '../fact.ts';
import { awsWords } from '../words.ts';
import { Heading } from './heading.ts';
import type { Visit } from './visit.ts';
import { userHere } from './visit.ts';
import { consoleWords } from './words.ts';

/** Where somebody arrives: who they are here, and what they still cannot do. */
export function Home(visit: Visit): VNode {
  const { signIn } = useWords(awsWords);
  const { home: words } = useWords(consoleWords);
  const { userName, account, place, mfa } = visit;
  const user = userHere(visit);
  const isLimited = !mfa && user?.permissionsBoundary !== undefined;
  return html`
    <${Heading}>${words.title}<//>
    <dl class="aws-facts">
      <${Fact} name=${signIn.userName}>${userName}<//>
      <${Fact} name=${signIn.accountFact}>${account?.name ?? place.account} <code>${account?.id}</code><//>
      <${Fact} name=${words.mfa}>${mfa ? words.with : words.without}<//>
    </dl>
    ${isLimited && html`<p class="aws-note">${user.mfaDevices ? words.signInAgain : words.limited}</p>`}
    ${mfa && html`<p>${words.done}</p>`}
  `;
}
