import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { IdentityCenterSlice } from '../../../slices.ts';
import { useWords } from '../../language.ts';
import { Fact } from '../fact.ts';
import type { SignInPlace } from '../sign-in-context.ts';
import { awsWords } from '../words.ts';
import { Assignments } from './assignments.ts';
import { CenterUser } from './center-user.ts';
import { Directory } from './directory.ts';
import { centerWords } from './words.ts';

/** IAM Identity Center as its administrators see it: who is there, in which groups, and with what in which account. */
export function IdentityCenter({
  center: { portalUrl, directory, users, groups, assignments },
  onSignIn,
}: {
  center: IdentityCenterSlice;
  onSignIn: (place: SignInPlace) => void;
}): VNode {
  const words = useWords(centerWords);
  const { and } = useWords(awsWords);
  const toPortal = (userName?: string) => onSignIn({ account: '', portal: userName === undefined ? {} : { userName } });
  return html`
    <p class="aws-hint">${words.intro}</p>
    <dl class="aws-facts"><${Fact} name=${words.portal}><code>${portalUrl}</code><//></dl>
    <button type="button" class="aws-button" onClick=${() => toPortal()}>${words.toPortal}</button>
    ${directory && html`<${Directory} directory=${directory} />`}
    <h3 class="aws-center-title">${words.users}</h3>
    <ul class="aws-users">
      ${users.map((user) => html`<li key=${user.id}><${CenterUser} user=${user} onSignIn=${toPortal} /></li>`)}
    </ul>
    <h3 class="aws-center-title">${words.groups}</h3>
    <dl class="aws-facts">
      ${groups.map(({ id, name, members, isFromDirectory }) => {
        const origin = isFromDirectory && html` <span class="aws-tag">${words.groupFromDirectory}</span>`;
        return html`<${Fact} key=${id} name=${name}>${members.join(and) || words.none}${origin}<//>`;
      })}
    </dl>
    <h3 class="aws-center-title">${words.assignments}</h3>
    <${Assignments} assignments=${assignments} />
  `;
}
