import { expect, test } from 'vitest';
import { profileName } from '../../../../src/methods/identity-center/cli/profile-name.ts';
import { sha256 } from '../../../../src/onboarding/sha256.ts';

const nameOf = (accountName: string | undefined, permissionSet = 'Developer') =>
  profileName({ accountId: '111122223333', accountName, permissionSet }, sha256);

test.each<[string, string | undefined, string]>([
  ['an ordinary name', 'payments-dev', 'payments-dev-'],
  ['capitals and spaces', 'Payments  Dev (EU)', 'payments-dev-eu-'],
  ['accents and full width', 'Zürich ＡＢＣ', 'zurich-abc-'],
  ['nothing', '', ''],
  ['nobody who knows it', undefined, ''],
  ['Japanese', '決済 開発', ''],
  ['50 emoji', '👩‍💻'.repeat(50), ''],
  ['a line break', 'dev\ncredential_process = sh', 'dev-credential-process-sh-'],
  ['a bracket', 'dev]\n[default', 'dev-default-'],
  ['a comment', 'dev # prod ; x', 'dev-prod-x-'],
  ['dashes alone', '---', ''],
  ['more than 40 characters', 'a'.repeat(60), `${'a'.repeat(40)}-`],
  ['a word that ends at the 40th', `${'a'.repeat(39)} b`, `${'a'.repeat(39)}-`],
])('an account called %s', (_what, name, prefix) => {
  expect(nameOf(name)).toBe(`${prefix}Developer-111122223333`);
});

test.each([
  ['AdministratorAccess', 'AdministratorAccess'],
  ['team-a', 'team-a'],
  ['Admin.One', `admin-one-${sha256('Admin.One').slice(0, 6)}`],
  ['Admin_One', `admin-one-${sha256('Admin_One').slice(0, 6)}`],
  ['=,.@+', sha256('=,.@+').slice(0, 6)],
  // The AWS CLI would take a name that begins with a dash for an option.
  ['-x', `x-${sha256('-x').slice(0, 6)}`],
])('the permission set %s', (set, part) => {
  expect(nameOf(undefined, set)).toBe(`${part}-111122223333`);
});

test('the longest names stay a name', () => {
  expect(nameOf('a'.repeat(60), '+'.repeat(32)).length).toBeLessThanOrEqual(100);
  expect(nameOf('a'.repeat(60), 'B'.repeat(32)).length).toBeLessThanOrEqual(100);
});
