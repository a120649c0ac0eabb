/** How a profile builds user names: the whole e-mail address, or the part before its @. */
export type UserNameTemplate = '{email}' | '{local}';

/** The user name that a template makes of an address. AWS takes names that differ only in case for the same, so it is lower case. */
export function userNameFor(template: UserNameTemplate, email: string): string {
  const address = email.toLowerCase();
  return template === '{email}' ? address : address.slice(0, address.lastIndexOf('@'));
}
