import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AccountSlice } from '../../slices.ts';
import type { Credentials } from './console-door.ts';
import { CredentialsForm } from './credentials-form.ts';
import { NewPasswordForm } from './new-password-form.ts';
import type { SignInPlace } from './sign-in-context.ts';
import { SignedIn } from './signed-in.ts';

type Stage =
  | { at: 'credentials'; place: SignInPlace }
  | { at: 'new-password'; credentials: Credentials }
  | { at: 'signed-in'; place: SignInPlace };

/** The sign-in of the AWS console for IAM users. A password is kept until the form that took it is done with it. */
export function SignIn({ place, accounts }: { place: SignInPlace; accounts: AccountSlice[] }): VNode {
  const [stage, setStage] = useState<Stage>({ at: 'credentials', place });
  const findAccount = (idOrAlias: string) => accounts.find(({ id, alias }) => idOrAlias === id || idOrAlias === alias);

  if (stage.at === 'signed-in') {
    const { account } = stage.place;
    return html`
      <${SignedIn}
        place=${stage.place}
        account=${findAccount(account)}
        onLeave=${() => setStage({ at: 'credentials', place: { account } })}
      />
    `;
  }
  if (stage.at === 'new-password') {
    const { credentials } = stage;
    return html`
      <${NewPasswordForm}
        credentials=${credentials}
        account=${findAccount(credentials.accountId)}
        onDone=${() => setStage({ at: 'signed-in', place: placeOf(credentials) })}
        onBack=${() => setStage({ at: 'credentials', place: placeOf(credentials) })}
      />
    `;
  }
  return html`
    <${CredentialsForm}
      place=${stage.place}
      accounts=${accounts}
      onSignedIn=${(credentials: Credentials) => setStage({ at: 'signed-in', place: placeOf(credentials) })}
      onReset=${(credentials: Credentials) => setStage({ at: 'new-password', credentials })}
    />
  `;
}

const placeOf = ({ accountId, userName }: Credentials): SignInPlace => ({ account: accountId, userName });
