import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { AccountSlice } from '../../slices.ts';
import { keepOverReload } from '../over-reload.ts';
import { Console } from './console/console.ts';
import type { Credentials, Welcome } from './console-door.ts';
import { CredentialsForm } from './credentials-form.ts';
import { MfaCodeForm } from './mfa-code-form.ts';
import { NewPasswordForm } from './new-password-form.ts';
import { nowhere, type SignInPlace } from './sign-in-context.ts';

type Inside = { at: 'console'; place: SignInPlace; session: string; mfa: boolean };
type Stage =
  | { at: 'credentials'; place: SignInPlace }
  | { at: 'new-password' | 'mfa-code'; credentials: Credentials }
  | Inside;

/** Whoever is signed in stays so over a reload. */
let inside: Inside | undefined = keepOverReload('console', () => inside ?? null) ?? undefined;

/** The sign-in of the AWS console for IAM users. A password is kept until the form that took it is done with it. */
export function SignIn({ place, accounts }: { place: SignInPlace; accounts: AccountSlice[] }): VNode {
  const [stage, setStage] = useState<Stage>(place === nowhere && inside ? inside : { at: 'credentials', place });
  useLayoutEffect(() => {
    inside = stage.at === 'console' ? stage : undefined;
  }, [stage]);
  const findAccount = (idOrAlias: string) => accounts.find(({ id, alias }) => idOrAlias === id || idOrAlias === alias);

  const onAnswer = (credentials: Credentials, welcome: Welcome) => {
    if ('passwordResetRequired' in welcome) return setStage({ at: 'new-password', credentials });
    if ('mfaRequired' in welcome) return setStage({ at: 'mfa-code', credentials });
    const { session, mfa } = welcome;
    setStage({ at: 'console', place: placeOf(credentials), session, mfa });
  };

  if (stage.at === 'console') {
    const { place, session, mfa } = stage;
    const onLeave = () => setStage({ at: 'credentials', place });
    return html`<${Console} ...${{ place, session, mfa, onLeave }} account=${findAccount(place.account)} />`;
  }
  if (stage.at === 'credentials')
    return html`<${CredentialsForm} place=${stage.place} accounts=${accounts} onAnswer=${onAnswer} />`;

  const { credentials } = stage;
  const account = findAccount(credentials.accountId);
  const onBack = () => setStage({ at: 'credentials', place: placeOf(credentials) });
  const Form = stage.at === 'new-password' ? NewPasswordForm : MfaCodeForm;
  return html`<${Form} ...${{ credentials, account, onAnswer, onBack }} />`;
}

const placeOf = ({ accountId, userName }: Credentials): SignInPlace => ({ account: accountId, userName });
