/** An error and, in their order, what is behind it: of several connections that were tried, what is behind the first. */
export function causesOf(err: unknown): Error[] {
  const found: Error[] = [];
  for (let next = err; next instanceof Error && !found.includes(next); ) {
    found.push(next);
    next = next.cause ?? (next instanceof AggregateError ? next.errors[0] : undefined);
  }
  return found;
}

/** What an error says, and after it what each cause adds: “fetch failed” alone tells nobody what to do. */
export function withCauses(err: unknown): string {
  const said = causesOf(err).map(({ message, name }) => withoutCredentials(message || name));
  if (said.length === 0) return withoutCredentials(String(err));
  return said.reduce((whole, message) => (whole.includes(message) ? whole : `${whole}: ${message}`));
}

/** A text in which no address holds a user and a password: Node names a proxy whole where it does not let it through (CVE-2026-48615). */
export const withoutCredentials = (text: string): string => text.replace(/(?<=:\/\/)[^\s/?#]*@(?=[^\s@])/g, '');
