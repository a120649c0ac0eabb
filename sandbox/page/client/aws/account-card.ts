import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { AccountSlice, UserSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { Fact } from './fact.ts';
import type { Names } from './names.ts';
import { policyLines } from './password-policy.ts';
import type { SignInPlace } from './sign-in-context.ts';
import { UserCard } from './user-card.ts';
import { isNew } from './user-facts.ts';
import { awsWords } from './words.ts';

const mostUsers = 50;

/** An account in one line, and opened what is in its IAM. */
export function AccountCard({
  account,
  names,
  onSignIn,
}: {
  account: AccountSlice;
  names: Names;
  onSignIn: (place: SignInPlace) => void;
}): VNode {
  const { accounts: words, policy, and } = useWords(awsWords);
  const { id, name, alias, unitPath, isActive, isManagement, groups, passwordPolicy } = account;
  const users = account.users.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const newUsers = users.filter((user) => isNew(user)).length;
  const userLine = (user: UserSlice) => html`
    <li key=${user.userName}><${UserCard} ...${{ account, user, names, onSignIn }} /></li>
  `;
  return html`
    <details class="aws-account">
      <summary>
        <span class="aws-account-name"><bdi>${name}</bdi></span>
        <code>${id}</code>
        ${isManagement && html`<span class="aws-tag">${words.management}</span>`}
        ${!isActive && html`<span class="aws-tag aws-tag-warn">${words.suspended}</span>`}
        ${newUsers > 0 && html`<span class="aws-tag aws-tag-new">${words.newCount(newUsers)}</span>`}
        <span class="aws-account-facts">
          ${unitPath && html`<span>${unitPath}</span>`}
          ${alias && html`<span>${alias}</span>`}
          <span>${words.userCount(users.length)}</span>
        </span>
      </summary>
      <dl class="aws-facts">
        <${Fact} name=${words.groups}>${groups.join(and) || words.noGroups}<//>
        <${Fact} name=${words.passwordPolicy}>${policyLines(passwordPolicy, policy).join(and)}<//>
      </dl>
      ${
        users.length > 0 &&
        html`<ul class="aws-users" aria-label=${words.users}>${users.slice(0, mostUsers).map(userLine)}</ul>`
      }
      ${users.length > mostUsers && html`<p class="aws-hint">${words.moreUsers(users.length - mostUsers)}</p>`}
      ${
        users.length > 0 &&
        isActive &&
        html`
          <button type="button" class="aws-button" onClick=${() => onSignIn({ account: alias ?? id })}>
            ${words.signInHere}
          </button>
        `
      }
    </details>
  `;
}
