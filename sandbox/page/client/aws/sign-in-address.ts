/** The account, by id or alias, whose console sign-in an address opens; undefined for any other address. */
export function accountOf(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return /^([a-z0-9-]+)\.signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$/.exec(host)?.[1];
}
