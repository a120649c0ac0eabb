/** An IAM user name: 1-64 letters, digits and `_+=,.@-`. Source: IAM API Reference, CreateUser. */
export function isUserName(text: string): boolean {
  return /^[A-Za-z0-9_+=,.@-]{1,64}$/.test(text);
}
