import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JsonObject } from '../json.ts';
import type { IamAccount, LoginProfile, User } from './account.ts';
import { action, iamError, noSuchEntity, timestamp, userName, userOf } from './action.ts';
import { violationOf } from './password-policy.ts';

/** A user's password for the console, kept as a salted hash alone. */
export const loginProfiles = {
  getLoginProfile: action({ UserName: userName }, (account, { UserName }) => {
    const user = userOf(account, UserName);
    return { LoginProfile: show(user, profileOf(user)) };
  }),

  createLoginProfile: action(
    { UserName: userName, Password: z.string(), PasswordResetRequired: z.boolean().default(false) },
    (account, { UserName, Password, PasswordResetRequired }) => {
      const user = userOf(account, UserName);
      if (user.loginProfile) {
        throw iamError('EntityAlreadyExistsException', 409, `Login Profile for user ${UserName} already exists.`);
      }
      holdToPolicy(account, Password);
      user.loginProfile = createProfile(Password, PasswordResetRequired);
      return { LoginProfile: show(user, user.loginProfile) };
    },
  ),

  updateLoginProfile: action(
    { UserName: userName, Password: z.string().optional(), PasswordResetRequired: z.boolean().optional() },
    (account, { UserName, Password, PasswordResetRequired }) => {
      const user = userOf(account, UserName);
      const profile = profileOf(user);
      const resetRequired = PasswordResetRequired ?? profile.passwordResetRequired;
      if (Password !== undefined) holdToPolicy(account, Password);
      user.loginProfile = {
        ...(Password === undefined ? profile : createProfile(Password, resetRequired)),
        createdAt: profile.createdAt,
        passwordResetRequired: resetRequired,
      };
      return {};
    },
  ),
};

export function createProfile(password: string, passwordResetRequired: boolean): LoginProfile {
  const salt = randomBytes(16).toString('hex');
  return { createdAt: new Date(), passwordResetRequired, salt, hash: hash(password, salt) };
}

export const matches = (password: string, { salt, hash: kept }: LoginProfile): boolean => hash(password, salt) === kept;

const hash = (password: string, salt: string) => createHash('sha256').update(salt).update(password).digest('hex');

function profileOf({ userName, loginProfile }: User): LoginProfile {
  if (!loginProfile) throw noSuchEntity(`Login Profile for User ${userName} cannot be found.`);
  return loginProfile;
}

function holdToPolicy({ account }: IamAccount, password: string): void {
  const violation = violationOf(password, account);
  if (violation) throw iamError('PasswordPolicyViolationException', 400, violation);
}

const show = ({ userName }: User, { createdAt, passwordResetRequired }: LoginProfile): JsonObject => ({
  UserName: userName,
  CreateDate: timestamp(createdAt),
  PasswordResetRequired: passwordResetRequired,
});
