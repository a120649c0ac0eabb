import type { User } from './account.ts';

export type ShownUser = {
  userName: string;
  path: string;
  createdAt: string;
  groups: string[];
  policies: string[];
  permissionsBoundary?: string;
  tags: Record<string, string>;
  loginProfile?: { createdAt: string; passwordResetRequired: boolean };
  passwordLastUsed?: string;
  /** Serial numbers of those that are enabled; left out where there is none. */
  mfaDevices?: string[];
  /** When the user last signed in with a code. */
  mfaLastUsed?: string;
};

/** Of a login profile no more than that it is there: the rest is made of the password. Of an MFA device not its seed. */
export function showUser(user: User): ShownUser {
  const { userName, path, createdAt, groups, policies, permissionsBoundary, tags, loginProfile } = user;
  const { passwordLastUsed, mfaDevices, mfaLastUsed } = user;
  return {
    userName,
    path,
    createdAt: createdAt.toISOString(),
    groups: [...groups],
    policies: [...policies],
    ...(permissionsBoundary && { permissionsBoundary }),
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
    ...(loginProfile && {
      loginProfile: {
        createdAt: loginProfile.createdAt.toISOString(),
        passwordResetRequired: loginProfile.passwordResetRequired,
      },
    }),
    ...(passwordLastUsed && { passwordLastUsed: passwordLastUsed.toISOString() }),
    ...(mfaDevices.length > 0 && { mfaDevices: mfaDevices.map(({ serialNumber }) => serialNumber) }),
    ...(mfaLastUsed && { mfaLastUsed: mfaLastUsed.toISOString() }),
  };
}
