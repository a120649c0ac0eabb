import type { State } from '../asl.ts';
import { identityCenter, portal, REFUSALS, refusals } from './calls.ts';
import { findUser } from './find-user.ts';
import { isInRegion } from './instance.ts';
import { listAccess } from './list-access.ts';

/** Somebody waits. */
const { store, admin } = identityCenter('find-access-identity-center', { timeout: 5, longest: 3, attempts: 3 });

const onward = { nobody: 'NothingForYou', failed: 'DirectoryFailed' };

const refused = (name: string): [string, State] => [
  name,
  { Type: 'Fail', Error: name, Cause: 'Identity Center could not be asked: see docs/identity-center.md.' },
];

/** What somebody has in Identity Center, for themselves to read: from `TakeSettings` on. It leads to `NothingForYou`, too. */
export const findAccessInIdentityCenter: Record<string, State> = {
  TakeSettings: {
    Type: 'Pass',
    InputPath: '$.profile.Object.settings',
    ResultPath: '$.settings',
    Next: 'IsInRegion',
  },
  IsInRegion: isInRegion('FindByMailAsWritten', 'OtherRegion'),
  ...findUser(store, { ...onward, found: 'BeginWithNothing' }),
  ...listAccess(admin, { ...onward, listed: 'AccessFound' }),
  AccessFound: {
    Type: 'Pass',
    Parameters: {
      Portal: portal,
      User: { 'UserId.$': '$.user.UserId' },
      'Access.$': '$.found.list',
      'PermissionSets.$': '$.sets',
      'IsMore.$': '$.found.isMore',
    },
    End: true,
  },
  DirectoryFailed: { Type: 'Choice', Choices: refusals('$.failure', (name) => name), Default: 'Unforeseen' },
  ...Object.fromEntries([...REFUSALS, 'OtherRegion'].map(refused)),
  Unforeseen: { Type: 'Fail', ErrorPath: '$.failure.Error', Cause: 'Identity Center answered what was not foreseen.' },
};
