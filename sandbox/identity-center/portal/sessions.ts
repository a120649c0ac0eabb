import { randomUUID } from 'node:crypto';
import type { IdentityCenter, User } from '../center.ts';

/** Who is signed in to the portal, until the session is over, for as long as they are there and not disabled. */
export type PortalSessions = {
  open(user: User): string;
  find(session: string): User | undefined;
  close(session: string): void;
};

export function createPortalSessions({ users, settings }: IdentityCenter, now: () => number): PortalSessions {
  const sessions = new Map<string, { userId: string; until: number }>();
  return {
    open({ userId }) {
      const session = randomUUID();
      sessions.set(session, { userId, until: now() + settings.lifetimes.signIn * 1000 });
      return session;
    },
    find(session) {
      const { userId, until } = sessions.get(session) ?? { userId: '', until: 0 };
      const user = until > now() ? users.get(userId) : undefined;
      return user?.status === 'ENABLED' ? user : undefined;
    },
    close: (session) => void sessions.delete(session),
  };
}
