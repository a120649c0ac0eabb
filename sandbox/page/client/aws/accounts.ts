import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { AccountsSlice } from '../../slices.ts';
import { useLanguage, useWords } from '../language.ts';
import { AccountCard } from './account-card.ts';
import { AccountSearch } from './account-search.ts';
import type { Names } from './names.ts';
import type { SignInPlace } from './sign-in-context.ts';
import { awsWords } from './words.ts';

/** The organization's accounts: a search, and those found with what is in them. */
export function Accounts({
  accounts: { total, matching, shown },
  find,
  onFind,
  ...rest
}: {
  accounts: AccountsSlice;
  find: string;
  onFind: (text: string) => void;
  names: Names;
  onSignIn: (place: SignInPlace) => void;
}): VNode {
  const { accounts: words } = useWords(awsWords);
  const count = new Intl.NumberFormat(useLanguage());
  return html`
    <${AccountSearch} find=${find} onFind=${onFind} />
    <p class="aws-hint" role="status">
      ${
        matching === 0
          ? words.none(find)
          : words.shown(count.format(shown.length), count.format(matching), matching < total && count.format(total))
      }
    </p>
    <ul class="aws-accounts">
      ${shown.map((account) => html`<li key=${account.id}><${AccountCard} account=${account} ...${rest} /></li>`)}
    </ul>
  `;
}
