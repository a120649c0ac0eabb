import { useState } from 'preact/hooks';
import { post } from '../act.ts';
import { useWords } from '../language.ts';
import { awsWords, wordFor } from './words.ts';

/** What somebody signs in with, as far as they were asked for it. */
export type Credentials = {
  accountId: string;
  userName: string;
  password: string;
  newPassword?: string;
  mfaCode?: string;
};

/** In, or what else the door asks for. */
export type Welcome =
  | { signedIn: true; mfa: boolean; session: string }
  | { passwordResetRequired: true }
  | { mfaRequired: true };

/** The local AWS console's door: one attempt at a time, and what the last one was refused with. */
export function useConsoleDoor() {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { signIn: words } = useWords(awsWords);

  /** @returns undefined when refused */
  const attempt = async (credentials: Credentials): Promise<Welcome | undefined> => {
    setRefusal(undefined);
    setBusy(true);
    const answer = await post<Welcome | { error: string; code?: string }>('/aws/sign-in', credentials);
    setBusy(false);
    if (!('error' in answer)) return answer;
    setRefusal(wordFor(answer.code ?? answer.error, words.refusals) ?? answer.error);
    return undefined;
  };
  return { refusal, refuse: setRefusal, isBusy, attempt };
}
