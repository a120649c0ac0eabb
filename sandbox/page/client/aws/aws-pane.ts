import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import { useWords } from '../language.ts';
import { Accounts } from './accounts.ts';
import { Doors } from './doors.ts';
import { Executions } from './executions.ts';
import { IdentityCenter } from './identity-center/identity-center.ts';
import { useNames } from './names.ts';
import { nowhere, type SignInPlace } from './sign-in-context.ts';
import { type AwsTab, AwsTabs, panelId, tabId } from './tabs.ts';
import { awsWords } from './words.ts';

/** AWS as an administrator would see it: what runs, and what the accounts hold. `find` is the search for accounts. */
export function AwsPane({
  slices: { world, accounts, identityCenter, executions, people },
  find,
  onFind,
  signInAt,
}: {
  slices: Slices;
  find: string;
  onFind: (text: string) => void;
  /** Where somebody wants to sign in who followed an address; each time another object. */
  signInAt?: SignInPlace;
}): VNode {
  const words = useWords(awsWords);
  const [tab, setTab] = useState<AwsTab>('executions');
  const [door, setDoor] = useState({ place: nowhere, visit: 0 });
  const names = useNames({ accounts, people });

  const signIn = (place: SignInPlace) => {
    if (!place.isAsLeft) setDoor(({ visit }) => ({ place, visit: visit + 1 }));
    setTab('sign-in');
  };

  useEffect(() => {
    if (signInAt) signIn(signInAt);
  }, [signInAt]);

  if (!world.aws) return html`<p class="aws-pane aws-empty">${words.elsewhere}</p>`;

  const known = [...accounts.used, ...accounts.shown.filter(({ id }) => !accounts.used.some((used) => used.id === id))];
  const running = executions.filter(({ status, startedBy }) => status === 'RUNNING' && startedBy === undefined).length;
  return html`
    <div class="aws-pane">
      <${AwsTabs} chosen=${tab} running=${running} onChoose=${setTab} />
      <${Panel} of="executions" chosen=${tab}>
        <${Executions} executions=${executions} machines=${world.machines} names=${names} />
      <//>
      <${Panel} of="accounts" chosen=${tab}>
        <${Accounts} ...${{ accounts, find, onFind, names }} onSignIn=${signIn} />
      <//>
      <${Panel} of="identity-center" chosen=${tab}>
        <${IdentityCenter} center=${identityCenter} onSignIn=${signIn} />
      <//>
      <${Panel} of="sign-in" chosen=${tab}>
        <${Doors} key=${door.visit} place=${door.place} accounts=${known} center=${identityCenter} />
      <//>
    </div>
  `;
}

function Panel({ of, chosen, children }: { of: AwsTab; chosen: AwsTab; children?: ComponentChildren }): VNode {
  return html`
    <div class="aws-panel" role="tabpanel" id=${panelId(of)} aria-labelledby=${tabId(of)} hidden=${of !== chosen}>
      ${children}
    </div>
  `;
}
