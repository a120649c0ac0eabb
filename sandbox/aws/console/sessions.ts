import { randomUUID } from 'node:crypto';
import type { InRole, SignedIn } from '../iam/permissions.ts';

/** Who is signed in to the console, for as long as they and the world are there. */
export type Sessions = { open(who: Visitor): string; find(session: string): Visitor | undefined };

/** A user of IAM, or somebody from the AWS access portal. */
export type Visitor = SignedIn | InRole;

export function createSessions(): Sessions {
  const sessions = new Map<string, Visitor>();
  return {
    open(who) {
      const session = randomUUID();
      sessions.set(session, who);
      return session;
    },
    find(session) {
      const who = sessions.get(session);
      if (who && 'role' in who) return who;
      const isThere = who?.account.users.get(who.user.userName.toLowerCase()) === who?.user;
      return isThere ? who : undefined;
    },
  };
}
