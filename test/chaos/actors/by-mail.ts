import { newestPasswords, welcomesTo } from './mailbox.ts';
import { signIn } from './sign-in.ts';
import type { Stage } from './stage.ts';
import type { Newcomer } from './story.ts';

/** Signs in with the first mail that comes. Where its password is dead already, a later mail has another: the judge looks at the last one. */
export async function useFirstMail(
  { email, signIns }: Newcomer,
  accounts: string[],
  isTooLate: () => boolean,
  { world, wait }: Stage,
): Promise<void> {
  const welcomes = await wait(() => {
    const isLast = isTooLate();
    const found = welcomesTo(world, email);
    return (found.length > 0 || isLast) && found;
  });
  for (const accountId of accounts) {
    const passwords = newestPasswords(welcomes ?? [], accountId);
    const answer = await signIn(world.url, { accountId, userName: email }, passwords);
    if (answer === 'own password') signIns.set(accountId, answer);
  }
}
