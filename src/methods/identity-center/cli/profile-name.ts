/** What an account or a permission set is called, as a word of lower-case letters, digits and dashes; perhaps none is left. */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/**
 * The name of a profile of the AWS CLI. It ends with the account's id, so that no two accounts share one, whatever they are called;
 * and no two permission sets do: of one whose name is more than letters, digits and dashes a piece of its hash is in it.
 */
export function profileName(
  {
    accountId,
    accountName,
    permissionSet,
  }: { accountId: string; accountName: string | undefined; permissionSet: string },
  hash: (text: string) => string,
): string {
  const set = /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(permissionSet)
    ? [permissionSet]
    : [slug(permissionSet), hash(permissionSet).slice(0, 6)];
  return [slug(accountName ?? ''), ...set, accountId].filter((part) => part !== '').join('-');
}
