import { visible } from './characters.ts';

/**
 * An address that mail can be sent to, of the plain kind: letters, digits and `_+'-` before the @, with single dots between them, and a
 * dotted domain behind it. At most 254 characters (RFC 5321 §4.5.3.1.3), 64 before the @, and 63 between two dots of the domain. Rarer
 * characters are legal, but some mail systems read more into them.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^(?=[^@]{1,64}@)[A-Za-z0-9_+'-]+(\.[A-Za-z0-9_+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/.test(
      text,
    )
  );
}

/**
 * One line as it was pasted, in the form that mail programs write: `Sam Lee <sam@partner.example>`. Links to an address, those of Slack
 * too, become the address; who has no other name than their address has none; and nothing unseen is left.
 */
export function readPasted(line: string): string {
  const plain = visible(line.replace(/\S*[@＠]\S*/g, visible).replaceAll('\u200b', ' '))
    .replace(/[＜＞＠，；]/g, (mark) => mark.normalize('NFKC'))
    .replace(/<mailto:([^<>|?]*)[^<>]*>/gi, '<$1>')
    .replace(/\bmailto:([^\s?<>]*)(?:\?\S*)?/gi, '$1')
    .replace(/\(([^\s()<>]+@[^\s()<>]+)\)\s*$/, '<$1>');
  const [, before = '', address] = /^([^<>]*)<([^<>]*@[^<>]*)>\s*$/.exec(plain) ?? [];
  const called = before.trim().replace(/^(['"])(.*)\1$/, '$2');
  return address !== undefined && called.trim().toLowerCase() === address.trim().toLowerCase() ? `<${address}>` : plain;
}

/** An address as an input method for East Asia may write it, in plain letters: `ｓａｍ＠ｐａｒｔｎｅｒ。ｅｘａｍｐｌｅ`. */
export const plainAddress = (text: string): string =>
  text
    .replace(/\p{Variation_Selector}+/gu, '')
    .normalize('NFKC')
    .replaceAll('。', '.')
    .trim();

/** The address in what people paste for one, perhaps with a name before it. */
export function addressIn(pasted: string): string {
  const line = readPasted(pasted);
  return plainAddress(/<([^<>]*@[^<>]*)>\s*$/.exec(line)?.[1] ?? line);
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** May somebody who is not in Slack be onboarded by this address? */
export function isAllowedOutside(email: string, { emailDomains }: { emailDomains: readonly string[] }): boolean {
  return emailDomains.includes(domainOf(email));
}

/** Whose mailbox an address is, to tell whether two of them reach one person: lower case, without a `+tag`. */
export function mailboxOf(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*@/, '@');
}
