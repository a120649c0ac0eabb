import type { Hono } from 'hono';
import { z } from 'zod';
import type { IamAccount, User } from '../iam/account.ts';
import { createProfile, matches } from '../iam/login-profiles.ts';
import { takesCode } from '../iam/mfa/devices.ts';
import { violationOf } from '../iam/password-policy.ts';
import { refusalOf } from '../iam/permissions.ts';
import { arnOfUser } from '../iam/users.ts';
import type { Sessions } from './sessions.ts';

const signIn = z.object({
  /** Or the account's alias. */
  accountId: z.string(),
  userName: z.string(),
  password: z.string(),
  newPassword: z.string().optional(),
  mfaCode: z.string().optional(),
});

// What AWS's own pages say.
const wrong = {
  code: 'incorrect',
  error: 'Your authentication information is incorrect. Please try again.',
};
const unchanged = {
  code: 'not-changed',
  error:
    'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
};

/** The door of the console: a password, another one where that has to be changed, and a code where there is an MFA device. */
export function addSignIn(
  routes: Hono,
  { accounts, sessions, now }: { accounts: ReadonlyMap<string, IamAccount>; sessions: Sessions; now: () => number },
): void {
  const accountOf = (idOrAlias: string): IamAccount | undefined =>
    accounts.get(idOrAlias) ?? [...accounts.values()].find(({ account }) => account.alias === idOrAlias);

  routes.post('/aws/sign-in', async (c) => {
    const read = signIn.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
    const { accountId, userName, password, newPassword, mfaCode } = read.data;
    const account = accountOf(accountId);
    const user = account?.users.get(userName.toLowerCase());
    const profile = user?.loginProfile;
    if (!account || !user || !profile || !matches(password, profile)) return c.json(wrong, 401);

    user.passwordLastUsed = new Date();
    const isReset = profile.passwordResetRequired;
    if (isReset) {
      if (newPassword === undefined) return c.json({ passwordResetRequired: true });
      if (newPassword === password || !mayHave(newPassword, account, user)) return c.json(unchanged, 400);
    }
    const mfa = user.mfaDevices.length > 0;
    if (mfa) {
      if (!mfaCode) return c.json({ mfaRequired: true });
      if (!takesCode(user, mfaCode, now())) return c.json({ ...wrong, code: 'incorrect-code' }, 401);
      user.mfaLastUsed = new Date();
    }
    // Not before the code was right: a password alone changes nothing where there is MFA.
    if (isReset && newPassword !== undefined)
      user.loginProfile = { ...createProfile(newPassword, false), createdAt: profile.createdAt };
    return c.json({ signedIn: true, mfa, session: sessions.open({ account, user, mfa }) });
  });
}

function mayHave(newPassword: string, account: IamAccount, user: User): boolean {
  const refusal = refusalOf({ account, user, mfa: false }, 'iam:ChangePassword', arnOfUser(account, user));
  return refusal === undefined && violationOf(newPassword, account.account) === undefined;
}
