import { useState } from 'preact/hooks';
import { post } from '../../act.ts';
import { useWords } from '../../language.ts';
import { keyOf } from '../console/authenticator.ts';
import { wordFor } from '../words.ts';
import { portalWords } from './words.ts';

/** What somebody has typed so far. */
export type Typed = {
  userName: string;
  code?: string;
  password?: string;
  newPassword?: string;
  mfaCode?: string;
  /** They have signed in at the company. */
  companySignIn?: true;
};

/** What the portal asks for. */
export type Asked =
  | { name: 'codeSent' | 'passwordRequired' | 'newPasswordRequired' | 'mfaRequired' | 'companySignInRequired' }
  | { name: 'mfaSetupRequired'; seed: string };

/** In, or what the portal asks for next. */
export type Next =
  | { session: string }
  | { codeSent: true }
  | { passwordRequired: true }
  | { newPasswordRequired: true }
  | { mfaSetupRequired: true; seed: string }
  | { mfaRequired: true }
  | { companySignInRequired: true };

/** The key of somebody's authenticator in Identity Center. */
export const portalKey = (userName: string): string => keyOf('identity-center', userName);

/** The local portal's doors: one call at a time, and what the last one was refused with. */
export function usePortal() {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { refusals } = useWords(portalWords);

  /** @returns undefined when refused; `onRefused` then hears why */
  const call = async <Answer>(path: string, body: object, onRefused?: (code: string) => void) => {
    setRefusal(undefined);
    setBusy(true);
    const answer = await post<Answer | { error: string; code?: string }>(`/portal/${path}`, body);
    setBusy(false);
    if (!(answer instanceof Object && 'error' in answer)) return answer;
    setRefusal(wordFor(answer.code ?? answer.error, refusals) ?? answer.error);
    onRefused?.(answer.code ?? answer.error);
    return undefined;
  };
  return { refusal, refuse: setRefusal, isBusy, call, attempt: (typed: Typed) => call<Next>('sign-in', typed) };
}
