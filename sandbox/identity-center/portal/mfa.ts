import type { MfaDevice } from '../../aws/iam/account.ts';
import { toBase32 } from '../../aws/iam/mfa/base32.ts';
import { newSeed, takesCode } from '../../aws/iam/mfa/devices.ts';
import type { User } from '../center.ts';

/** Devices that were shown to somebody and not yet proven. */
const pending = new WeakMap<User, MfaDevice>();

/**
 * MFA is on by default and registered at the first sign-in: https://docs.aws.amazon.com/singlesignon/latest/userguide/enable-mfa.html.
 * @returns what was taken or is wrong, a seed for whoever has no device yet, or that a code is asked for
 */
export function takeMfa(
  user: User,
  code: string | undefined,
  now: number,
): 'taken' | 'wrong' | { seed: string } | { ask: true } {
  if (user.mfaDevices.length > 0) {
    if (!code) return { ask: true };
    return takesCode(user, code, now) ? 'taken' : 'wrong';
  }
  const device = pending.get(user) ?? { serialNumber: `authenticator/${user.userId}`, seed: newSeed(), usedUpTo: 0 };
  pending.set(user, device);
  if (!code) return { seed: toBase32(device.seed) };
  if (!takesCode({ mfaDevices: [device] }, code, now)) return 'wrong';
  pending.delete(user);
  user.mfaDevices.push(device);
  return 'taken';
}
