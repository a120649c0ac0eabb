/**
 * An address that mail can be sent to, of the plain kind: letters, digits and `._+'-` before the @, a dotted domain behind
 * it. At most 254 characters (RFC 5321 §4.5.3.1.3). Rarer characters are legal, but some mail systems read more into them.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[A-Za-z0-9._+'-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/.test(text)
  );
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
