import type { Account } from '../../organization/organization.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
const symbols = /[!@#$%^&*()_+\-=[\]{}|']/;
const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, symbols];
const maxLength = 128;
const defaultMinLength = 8;

/** What the account's password policy, or IAM's default one, has against a password; undefined if nothing. */
export function violationOf(password: string, account: Account): string | undefined {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html: [\u0009\u000A\u000D\u0020-\u00FF]+
  if (!/^[\t\n\r\u0020-\u00ff]+$/.test(password)) return 'Password contains characters that are not allowed.';
  if (password.length > maxLength) return `Password should have a maximum length of ${maxLength}`;

  const policy = account.passwordPolicy;
  const minLength = policy?.MinimumPasswordLength ?? defaultMinLength;
  if (password.length < minLength) return `Password should have a minimum length of ${minLength}`;
  if (!policy) return violationOfDefault(password, account);

  const { RequireUppercaseCharacters, RequireLowercaseCharacters, RequireNumbers, RequireSymbols } = policy;
  if (RequireUppercaseCharacters && !/[A-Z]/.test(password))
    return 'Password should have at least one uppercase letter';
  if (RequireLowercaseCharacters && !/[a-z]/.test(password))
    return 'Password should have at least one lowercase letter';
  if (RequireNumbers && !/[0-9]/.test(password)) return 'Password should have at least one number';
  if (RequireSymbols && !symbols.test(password)) return 'Password should have at least one symbol';
  return undefined;
}

function violationOfDefault(password: string, { name, email }: Account): string | undefined {
  if (classes.filter((type) => type.test(password)).length < 3) {
    return 'Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols';
  }
  if ([name, email].includes(password)) return 'Password should not be the account name or e-mail address';
  return undefined;
}
