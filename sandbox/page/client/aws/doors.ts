import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { AccountSlice, IdentityCenterSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { keepOverReload } from '../over-reload.ts';
import { Portal } from './portal/portal.ts';
import { portalWords } from './portal/words.ts';
import { SignIn } from './sign-in.ts';
import { nowhere, type SignInPlace } from './sign-in-context.ts';

type Door = 'iam' | 'portal';

/** Which door was in use last, also over a reload. */
let last: Door = keepOverReload('door', () => last) ?? 'iam';

/** Both ways into AWS: as an IAM user of one account, and by the access portal of Identity Center. */
export function Doors({
  place,
  accounts,
  center: { assignments, directory },
}: {
  place: SignInPlace;
  accounts: AccountSlice[];
  center: IdentityCenterSlice;
}): VNode {
  const { doors: words } = useWords(portalWords);
  // Whoever goes from one door to the other finds it as they left it, wherever an address had led them.
  const [{ door, to }, setDoor] = useState<{ door: Door; to: SignInPlace }>({
    door: place === nowhere ? last : place.portal ? 'portal' : 'iam',
    to: place,
  });
  useLayoutEffect(() => {
    last = door;
  }, [door]);
  return html`
    <div class="aws-doors" role="group" aria-label=${words.label}>
      ${(['iam', 'portal'] as const).map(
        (one) => html`
          <button key=${one} type="button" class="aws-button" aria-pressed=${one === door} onClick=${() => setDoor({ door: one, to: nowhere })}>
            ${words[one]}
          </button>
        `,
      )}
    </div>
    ${
      door === 'iam'
        ? html`<${SignIn} place=${to} accounts=${accounts} />`
        : html`<${Portal} to=${to.portal} by=${to.by} assignments=${assignments} isOfCompany=${directory !== undefined} />`
    }
  `;
}
