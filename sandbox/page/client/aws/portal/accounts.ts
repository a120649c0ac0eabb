import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AssignmentSlice } from '../../../slices.ts';
import { useWords } from '../../language.ts';
import { Heading } from '../console/heading.ts';
import type { PortalPlace } from '../sign-in-context.ts';
import { usePortal } from './door.ts';
import { TerminalSetup } from './terminal-setup.ts';
import { portalWords } from './words.ts';

type PortalAccount = {
  id: string;
  name: string;
  permissionSets: { name: string; description: string; profile: string }[];
};
export type Opened = { account: { id: string; name: string }; identity: string; session: string };

/** The accounts that somebody was given, by name; looked for again whenever an assignment changes. */
export function PortalAccounts({
  userName,
  session,
  to,
  assignments,
  onOpen,
  onLeave,
}: {
  userName: string;
  session: string;
  to: PortalPlace | undefined;
  assignments: AssignmentSlice[];
  onOpen: (opened: Opened) => void;
  onLeave: () => void;
}): VNode {
  const { accounts: words, title } = useWords(portalWords);
  const { refusal, refuse, call } = usePortal();
  const [accounts, setAccounts] = useState<PortalAccount[]>();
  const wanted = useRef(to);
  const signedOut = (code: string) => code === 'signed-out' && onLeave();

  const open = async (accountId: string, permissionSet: string) => {
    const opened = await call<Opened>('open', { session, accountId, permissionSet }, signedOut);
    if (opened) onOpen(opened);
    else refuse(words.notYours(accountId));
  };

  useEffect(() => {
    void call<{ accounts: PortalAccount[] }>('accounts', { session }, signedOut).then((answer) => {
      if (answer) setAccounts(answer.accounts);
      const { accountId, permissionSet } = wanted.current ?? {};
      wanted.current = undefined;
      if (answer && accountId && permissionSet) void open(accountId, permissionSet);
    });
  }, [session, assignments]);

  return html`
    <section class="aws-console" aria-label=${title}>
      <p class="aws-console-bar"><span>${title}</span><bdi>${userName}</bdi></p>
      <${Heading}>${words.title}<//>
      <p class="aws-refusal" role="alert">${refusal}</p>
      ${accounts?.length === 0 && html`<p class="aws-hint">${words.none}</p>`}
      <ul class="aws-portal-accounts">
        ${accounts?.map((account) => html`<li key=${account.id}><${Account} account=${account} onOpen=${open} /></li>`)}
      </ul>
      <${TerminalSetup} profile=${accounts?.[0]?.permissionSets[0]?.profile} />
      <button type="button" class="aws-button" onClick=${onLeave}>${words.signOut}</button>
    </section>
  `;
}

function Account({
  account: { id, name, permissionSets },
  onOpen,
}: {
  account: PortalAccount;
  onOpen: (accountId: string, permissionSet: string) => void;
}): VNode {
  const { accounts: words } = useWords(portalWords);
  return html`
    <p class="aws-portal-account"><bdi class="aws-account-name">${name}</bdi> <code>${id}</code></p>
    <div class="aws-console-doors">
      ${permissionSets.map(
        (set) => html`
          <button
            key=${set.name}
            type="button"
            class="aws-button"
            title=${set.description}
            aria-label=${words.open(set.name, name)}
            onClick=${() => onOpen(id, set.name)}
          >
            ${set.name}
          </button>
        `,
      )}
    </div>
  `;
}
