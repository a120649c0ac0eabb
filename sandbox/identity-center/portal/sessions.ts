import { randomUUID } from 'node:crypto';
import type { IdentityCenter, User } from '../center.ts';

/** Who is signed in to the portal, for as long as they are there and not disabled. */
export type PortalSessions = {
  open(user: User): string;
  find(session: string): User | undefined;
  close(session: string): void;
};

export function createPortalSessions({ users }: IdentityCenter): PortalSessions {
  const sessions = new Map<string, string>();
  return {
    open({ userId }) {
      const session = randomUUID();
      sessions.set(session, userId);
      return session;
    },
    find(session) {
      const user = users.get(sessions.get(session) ?? '');
      return user?.status === 'ENABLED' ? user : undefined;
    },
    close: (session) => void sessions.delete(session),
  };
}
