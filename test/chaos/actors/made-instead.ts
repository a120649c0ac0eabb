import { matches } from '../../../sandbox/aws/iam/login-profiles.ts';
import type { World } from '../../../sandbox/world.ts';

/** Of a password that was on a screen and did not work: which one IAM takes now. */
export type Instead = 'one that nobody saw' | 'one that was seen' | 'none that was made';

/** @param since how many passwords there were when this one was asked for */
export function madeInstead(
  { aws }: World,
  { accountId, userName }: { accountId: string; userName: string },
  { since, seen }: { since: number; seen: string[] },
): Instead {
  const profile = aws.look.accounts.get(accountId)?.users.get(userName)?.loginProfile;
  const isTaken = (password: string): boolean => profile !== undefined && matches(password, profile);
  if (seen.some(isTaken)) return 'one that was seen';
  return aws.seen.passwords().slice(since).some(isTaken) ? 'one that nobody saw' : 'none that was made';
}
