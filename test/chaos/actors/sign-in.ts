import { post } from '../../../sandbox/actor.ts';
import { OWN_PASSWORD } from './story.ts';

type Answer = { signedIn?: true; passwordResetRequired?: true };
type User = { accountId: string; userName: string };

/** Signs in to the console with one of these passwords, and chooses another. */
export async function signIn(url: string, user: User, passwords: string[]): Promise<'own password' | 'dead password'> {
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
