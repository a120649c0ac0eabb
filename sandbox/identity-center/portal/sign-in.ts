import { z } from 'zod';
import { createProfile, matches } from '../../aws/iam/login-profiles.ts';
import type { IdentityCenter, User } from '../center.ts';
import { isSame } from '../store/fields.ts';
import type { Codes } from './codes.ts';
import { takeMfa } from './mfa.ts';
import type { PortalSessions } from './sessions.ts';

export const typed = z.object({
  userName: z.string(),
  /** What came by mail. */
  code: z.string().optional(),
  password: z.string().optional(),
  newPassword: z.string().optional(),
  mfaCode: z.string().optional(),
  /** They have signed in at the company, to which the portal sent them. */
  companySignIn: z.literal(true).optional(),
});
export type Typed = z.output<typeof typed>;

export type Step = { status: 200 | 400 | 401 | 403; body: Record<string, string | boolean> };
const asks = (what: string, more: Record<string, string> = {}): Step => ({
  status: 200,
  body: { [what]: true, ...more },
});
const refuses = (status: 400 | 401 | 403, code: string, error: string): Step => ({ status, body: { code, error } });

const wrong = refuses(401, 'incorrect', 'Your sign-in information is incorrect. Please try again.');
const wrongCode = refuses(401, 'incorrect-code', 'The code is incorrect. Please try again.');
const stuck = refuses(403, 'contact-administrator', 'You cannot sign in. Contact your administrator.');
const strange = refuses(401, 'company-account', 'Your company does not know this account.');
const weak = refuses(
  400,
  'not-accepted',
  'A password has 8 to 64 characters: uppercase and lowercase letters, numbers and others.',
);

/**
 * What comes next for what was typed so far: user name; a mailed code where there is no password yet, and only then; a new
 * password; an authenticator, which everybody has to have; then the session. Who is not there is asked for a password like others.
 */
export function signIn(
  typed: Typed,
  world: { center: IdentityCenter; codes: Codes; sessions: PortalSessions; now: number },
): Step {
  const { center, codes, sessions, now } = world;
  if (center.settings.users === 'existing') return atCompany(typed, center, sessions);
  const user = [...center.users.values()].find(({ userName }) => isSame(userName, typed.userName.trim()));
  if (!user) return typed.password === undefined ? asks('passwordRequired') : wrong;

  const before = user.loginProfile ? withPassword(user, typed) : withoutPassword(user, typed, center, codes);
  if (before) return before;
  const mfa = takeMfa(user, typed.mfaCode, now);
  if (mfa === 'wrong') return wrongCode;
  if (mfa !== 'taken') return 'seed' in mfa ? asks('mfaSetupRequired', { seed: mfa.seed }) : asks('mfaRequired');
  user.lastSignIn = new Date();
  return { status: 200, body: { session: sessions.open(user) } };
}

/**
 * The company's own page, where its people sign in as always, with its own password and second factor. It knows those who are in its
 * directory; AWS lets in those of them whom a synchronization has brought.
 */
function atCompany(
  { userName, companySignIn }: Typed,
  { users, waiting }: IdentityCenter,
  sessions: PortalSessions,
): Step {
  if (!companySignIn) return asks('companySignInRequired');
  const isThey = (person: { userName: string }) => isSame(person.userName, userName.trim());
  const user = [...users.values()].find(isThey);
  if (user ? !user.isDescribed : !waiting.some(isThey)) return strange;
  if (user?.status !== 'ENABLED') return stuck;
  user.lastSignIn = new Date();
  return { status: 200, body: { session: sessions.open(user) } };
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/userswithoutpwd.html: the code comes "after their first attempt to sign in". */
function withoutPassword(user: User, typed: Typed, { settings }: IdentityCenter, codes: Codes): Step | undefined {
  if (user.status === 'DISABLED' || !settings.sendsEmailOtp || !user.email) return stuck;
  if (typed.code === undefined) {
    codes.send(user, user.email.Value);
    return asks('codeSent');
  }
  if (!codes.take(user, typed.code)) return wrongCode;
  return choose(user, typed.newPassword) ?? void codes.forget(user);
}

function withPassword(user: User, { password, newPassword }: Typed): Step | undefined {
  if (password === undefined) return asks('passwordRequired');
  if (!user.loginProfile || !matches(password, user.loginProfile)) return wrong;
  if (user.status === 'DISABLED') return stuck;
  if (!user.loginProfile.passwordResetRequired) return undefined;
  return newPassword === password ? weak : choose(user, newPassword);
}

function choose(user: User, newPassword: string | undefined): Step | undefined {
  if (newPassword === undefined) return asks('newPasswordRequired');
  if (!isAccepted(newPassword)) return weak;
  user.loginProfile = createProfile(newPassword, false);
  return undefined;
}

// https://docs.aws.amazon.com/singlesignon/latest/userguide/password-requirements.html
const passwordClasses = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** Whether Identity Center takes it as somebody's password. */
const isAccepted = (password: string): boolean =>
  password.length >= 8 && password.length <= 64 && passwordClasses.every((each) => each.test(password));
