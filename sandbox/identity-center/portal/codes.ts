import { randomInt, randomUUID } from 'node:crypto';
import type { Mail } from '../../aws/mail.ts';
import type { User } from '../center.ts';

/** The one-time codes that are mailed; the newest counts, once. */
export type Codes = {
  send(user: User, to: string): void;
  take(user: User, code: string): boolean;
  forget(user: User): void;
};

export function createCodes(mails: Mail[]): Codes {
  const open = new Map<string, string>();
  return {
    send({ userId, displayName }, to) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      open.set(userId, code);
      mails.push({
        id: randomUUID(),
        at: new Date().toISOString(),
        from: 'no-reply@login.awsapps.com',
        to: [to],
        replyTo: [],
        subject: 'Verification code for the AWS access portal',
        text: `Hello ${displayName},\n\nYour verification code is: ${code}\n\nEnter it where you are signing in. You will then choose a password.`,
      });
    },
    take: ({ userId }, code) => open.get(userId) === code.trim(),
    forget: ({ userId }) => void open.delete(userId),
  };
}
