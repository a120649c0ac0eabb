import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { AccountSlice, UserSlice } from '../../slices.ts';
import { useLanguage, useWords } from '../language.ts';
import { momentText } from './clock.ts';
import { Fact } from './fact.ts';
import type { Names } from './names.ts';
import type { SignInPlace } from './sign-in-context.ts';
import { isJustMade, isNew, loginOf, shortArn } from './user-facts.ts';
import { UserTags } from './user-tags.ts';
import { awsWords } from './words.ts';

/** An IAM user in one line, and opened what they may and who let them in. */
export function UserCard({
  account,
  user,
  names,
  onSignIn,
}: {
  account: AccountSlice;
  user: UserSlice;
  names: Names;
  onSignIn: (place: SignInPlace) => void;
}): VNode {
  const { users: words, accounts, and } = useWords(awsWords);
  const language = useLanguage();
  const { userName, path, createdAt, groups, policies, permissionsBoundary, passwordLastUsed } = user;
  const login = loginOf(user);
  const signIn = () => onSignIn({ account: account.alias ?? account.id, userName });
  return html`
    <details class=${isJustMade(user) ? 'aws-user aws-user-just-made' : 'aws-user'}>
      <summary>
        <span class="aws-user-name"><bdi>${userName}</bdi></span>
        ${isNew(user) && html`<span class="aws-tag aws-tag-new">${words.isNew}</span>`}
        <span class=${`aws-login aws-login-${login}`}>${words.logins[login]}</span>
      </summary>
      <dl class="aws-facts">
        <${Fact} name=${words.path}>${path}<//>
        <${Fact} name=${words.created}>${momentText(createdAt, language)}<//>
        <${Fact} name=${words.groups}>${groups.join(and) || words.none}<//>
        <${Fact} name=${words.policies}>
          ${policies.length === 0 && words.none}
          ${policies.map((arn) => html`<span class="aws-policy" key=${arn} title=${arn}>${shortArn(arn)}</span>`)}
        <//>
        <${Fact} name=${words.boundary} title=${permissionsBoundary}>
          ${permissionsBoundary ? shortArn(permissionsBoundary) : words.none}
        <//>
        <${UserTags} user=${user} names=${names} />
        <${Fact} name=${words.mfa}><${MfaText} user=${user} /><//>
        <${Fact} name=${words.lastUsed}>
          ${passwordLastUsed ? momentText(passwordLastUsed, language) : words.neverUsed}
        <//>
      </dl>
      ${
        login !== 'none' &&
        html`
          <button type="button" class="aws-button" onClick=${signIn}>
            ${accounts.signInAsUser}
          </button>
        `
      }
    </details>
  `;
}

function MfaText({ user: { mfaDevices = [], mfaLastUsed } }: { user: UserSlice }): VNode {
  const { users: words, and } = useWords(awsWords);
  const language = useLanguage();
  if (mfaDevices.length === 0) return html`${words.mfaNone}`;
  return html`
    ${words.mfaDevice(mfaDevices.map(shortArn).join(and))}${mfaLastUsed && words.mfaUsed(momentText(mfaLastUsed, language))}
  `;
}
