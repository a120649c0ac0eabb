/** Somebody between here and a service answered in its place: with a web page, or words that are none of the service’s. */
export class ForeignAnswer extends Error {
  override name = 'ForeignAnswer';
  /** As a server's, so that whoever asked tries again: it passes as soon as somebody mends it. */
  readonly $fault = 'server';

  constructor(host: string, status: number, body: string) {
    super(`something between here and ${host} answered in its place (HTTP ${status}${quoted(body)})`);
  }
}

/** What a body that is no web page, or the title of one, says. */
function quoted(body: string): string {
  const words = isWebPage(body) ? (/<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? 'a web page') : body;
  const line = words.replaceAll(/\s+/g, ' ').trim().slice(0, 80).toWellFormed();
  return line === '' ? '' : `: ${line}`;
}

export const isWebPage = (body: string): boolean => /^\s*</.test(body);
