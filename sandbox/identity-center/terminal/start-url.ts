import type { DescribedIdentityCenter } from '../described.ts';

/** As people copy it from the address bar: with what their portal showed, or a slash at the end. */
const bare = (url: string): string =>
  url
    .trim()
    .replace(/[#?].*$/s, '')
    .replace(/\/+$/, '');

/** Whether an address is that of this instance: by the alias that it was given, or by the id of its identity store. */
export function isStartUrlOf({ portalUrl, identityStoreId }: DescribedIdentityCenter, url: string): boolean {
  return [portalUrl, `https://${identityStoreId}.awsapps.com/start`].map(bare).includes(bare(url));
}
