/** How a profile builds user names: the whole e-mail address, or the part before its @. */
export type UserNameTemplate = '{email}' | '{local}';

/** The user name that a template makes of an address. AWS takes names that differ only in case for the same, so it is lower case. */
export function userNameFor(template: UserNameTemplate, email: string): string {
  const address = email.toLowerCase();
  return template === '{email}' ? address : address.slice(0, address.lastIndexOf('@'));
}

/** What can be typed before an address of which no user name can be made: what is left of it; `undefined` where that is nothing. */
export function userNameLike(email: string, isUserName: (name: string) => boolean): string | undefined {
  const { before = '', company = '' } = /^(?<before>.*)@(?<company>[^.]*)/.exec(email.toLowerCase())?.groups ?? {};
  const left = before
    .replace(/[^a-z0-9._-]/g, '')
    .slice(0, 64)
    .replace(/^[._-]+|[._-]+$/g, '');
  if (left === '') return undefined;
  return [left, `${left}.${company}`].find(isUserName);
}
