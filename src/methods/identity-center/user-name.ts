/** Names that AWS keeps for itself. Source: Identity Store API Reference, CreateUser. */
const RESERVED = ['administrator', 'awsadministrators'];

/** A user name of Identity Center: 1-128 letters, marks, symbols, digits and punctuation, no spaces. Source: as above. */
export function isUserName(text: string): boolean {
  return /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(text) && !RESERVED.includes(text.toLowerCase());
}
