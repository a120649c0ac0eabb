import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { CenterUserSlice } from '../../../slices.ts';
import { useLanguage, useWords } from '../../language.ts';
import { momentText } from '../clock.ts';
import { Fact } from '../fact.ts';
import { isJustMade, isNew } from '../user-facts.ts';
import { awsWords } from '../words.ts';
import { centerWords } from './words.ts';

/** A person of the identity store in one line, and opened what is known of them. */
export function CenterUser({ user, onSignIn }: { user: CenterUserSlice; onSignIn: (userName: string) => void }): VNode {
  const words = useWords(centerWords);
  const { and } = useWords(awsWords);
  const language = useLanguage();
  const { userName, displayName, email, createdAt, isDisabled, isFromDirectory, login, hasMfa, lastSignIn } = user;
  return html`
    <details class=${isJustMade(user) ? 'aws-user aws-user-just-made' : 'aws-user'}>
      <summary>
        <span class="aws-user-name"><bdi>${displayName}</bdi></span>
        <bdi>${userName}</bdi>
        ${isNew(user) && html`<span class="aws-tag aws-tag-new">${words.isNew}</span>`}
        ${isDisabled && html`<span class="aws-tag aws-tag-warn">${words.disabled}</span>`}
        <span class="aws-login">${isFromDirectory ? words.fromDirectory : words.logins[login]}</span>
      </summary>
      <dl class="aws-facts">
        <${Fact} name=${words.userName}>${userName}<//>
        <${Fact} name=${words.email}>${email ?? words.none}<//>
        <${Fact} name=${words.groups}>${user.groups.join(and) || words.none}<//>
        <${Fact} name=${words.created}>${momentText(createdAt, language)}<//>
        <${Fact} name=${words.mfa}>${hasMfa ? words.withMfa : words.none}<//>
        <${Fact} name=${words.lastSignIn}>${lastSignIn ? momentText(lastSignIn, language) : words.never}<//>
      </dl>
      <button type="button" class="aws-button" onClick=${() => onSignIn(userName)}>${words.signInAs}</button>
    </details>
  `;
}
