import type { SlackPerson } from './slack-person.ts';

/** People named in the policy file, with user groups already expanded to their members. E-mails are lower case. */
export type Membership = { slackUserIds: ReadonlySet<string>; emails: ReadonlySet<string> };

export function isAmong(person: Pick<SlackPerson, 'id' | 'email'>, members: Membership): boolean {
  return members.slackUserIds.has(person.id) || (person.email !== '' && members.emails.has(person.email));
}
