import { randomUUID } from 'node:crypto';
import type { InRole, SignedIn } from '../iam/permissions.ts';

/** Who is signed in to the console, until the session is over, for as long as they are there. */
export type Sessions = {
  /** @param seconds how long it lasts; of a user of IAM always the same */
  open(who: Visitor, seconds?: number): string;
  find(session: string): Visitor | undefined;
};

/** A user of IAM, or somebody from the AWS access portal. */
export type Visitor = SignedIn | InRole;

/** https://aws.amazon.com/console/faqs/, "When does my session expire?": 12 hours */
const LASTING_SECONDS = 12 * 3_600;

export function createSessions(now: () => number): Sessions {
  const sessions = new Map<string, { who: Visitor; until: number }>();
  return {
    open(who, seconds = LASTING_SECONDS) {
      const session = randomUUID();
      sessions.set(session, { who, until: now() + seconds * 1000 });
      return session;
    },
    find(session) {
      const found = sessions.get(session);
      if (!found || found.until <= now()) return undefined;
      const { who } = found;
      if ('role' in who) return who;
      const isThere = who.account.users.get(who.user.userName.toLowerCase()) === who.user;
      return isThere ? who : undefined;
    },
  };
}
