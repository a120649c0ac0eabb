import { randomUUID } from 'node:crypto';
import type { SignedIn } from '../iam/permissions.ts';

/** Who is signed in to the console, for as long as they and the world are there. */
export type Sessions = { open(who: SignedIn): string; find(session: string): SignedIn | undefined };

export function createSessions(): Sessions {
  const sessions = new Map<string, SignedIn>();
  return {
    open(who) {
      const session = randomUUID();
      sessions.set(session, who);
      return session;
    },
    find(session) {
      const who = sessions.get(session);
      const isThere = who?.account.users.get(who.user.userName.toLowerCase()) === who?.user;
      return isThere ? who : undefined;
    },
  };
}
