import { createHash } from 'node:crypto';
import type { Person } from '../../../src/contract/people.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Somebody in Slack who is to be onboarded. */
export function person(userName: string): Person & { slackUserId: string } {
  const email = `${userName}@example.com`;
  const slackUserId = `U0${userName.toUpperCase()}`;
  return {
    userName,
    displayName: userName,
    locale: 'en-US',
    slackUserId,
    email,
    claimant: slackUserId,
    mailbox: hash(email),
  };
}

/** Somebody who is not in Slack: what they claim, they claim by their address. */
export function outsider(userName: string): Person {
  const { slackUserId: _, ...rest } = person(userName);
  return { ...rest, claimant: hash(rest.email) };
}
