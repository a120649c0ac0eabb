/** Where somebody came who asked for this: by what whoever stands before says, if anybody does. */
export function originOf(asked: { url: string; header(name: string): string | undefined }): string {
  const host = asked.header('x-forwarded-host');
  return host === undefined ? new URL(asked.url).origin : `${asked.header('x-forwarded-proto') ?? 'http'}://${host}`;
}
