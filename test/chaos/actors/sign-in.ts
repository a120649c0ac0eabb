import { post } from '../../../sandbox/acting/actor.ts';

/** Long enough for every account, of every kind. */
export const OWN_PASSWORD = 'Of-my-own-choosing-and-quite-long-1!';

export type SignedIn = 'own password' | 'dead password';

type Answer = { signedIn?: true; passwordResetRequired?: true };
type User = { accountId: string; userName: string };

/** Signs in to the console with one of these passwords, and chooses another. */
export async function signIn(url: string, user: User, passwords: string[]): Promise<SignedIn> {
  for (const password of passwords) {
    const first = await tryPassword(url, user, { password });
    if (!first.passwordResetRequired) continue;
    const second = await tryPassword(url, user, { password, newPassword: OWN_PASSWORD });
    if (second.signedIn) return 'own password';
  }
  return 'dead password';
}

export async function hasOwnPassword(url: string, user: User): Promise<boolean> {
  return (await tryPassword(url, user, { password: OWN_PASSWORD })).signedIn === true;
}

const tryPassword = (url: string, user: User, typed: object) =>
  post<Answer>(`${url}/aws/sign-in`, { ...user, ...typed });
