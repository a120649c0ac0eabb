import { randomBytes } from 'node:crypto';
import { AwsError } from '../../aws-error.ts';
import type { IamAccount, MfaDevice, User } from '../account.ts';
import { codeOf, stepAt } from './one-time-codes.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const devicesPerUser = 8;

/** The key that AWS shows has 64 letters of base32. */
const seedBytes = 40;

export const newSeed = (): Uint8Array => randomBytes(seedBytes);

export const serialNumberOf = ({ account }: IamAccount, name: string): string =>
  `arn:aws:iam::${account.id}:mfa/${name}`;

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html */
export function createDevice(account: IamAccount, name: string): MfaDevice {
  if (!/^[\w+=,.@-]+$/.test(name)) {
    const text =
      'The specified value for virtualMFADeviceName is invalid. It must contain only +=,.@_- and alphanumerics';
    throw new AwsError('ValidationError', text);
  }
  const serialNumber = serialNumberOf(account, name);
  if (account.mfaDevices.has(serialNumber)) {
    const text = 'MFADevice entity at the same path and name already exists.';
    throw new AwsError('EntityAlreadyExists', text, 409);
  }
  const device = { serialNumber, seed: newSeed(), usedUpTo: 0 };
  account.mfaDevices.set(serialNumber, device);
  return device;
}

/** So many codes back the first of the two may be, for whoever types slowly. AWS says no number, and is generous: see below. */
const patience = 4;

/**
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html: two codes, one after the other; they may have waited.
 * The second may also be the one that comes next, which a telephone that is ahead of time would show. Only here: see `takesCode`.
 */
export function enableDevice(
  account: IamAccount,
  user: User,
  { serialNumber, codes: [first, second] }: { serialNumber: string; codes: [string, string] },
  now: number,
): void {
  const device = account.mfaDevices.get(serialNumber);
  if (!device) {
    throw new AwsError('NoSuchEntity', `VirtualMFADevice with serial number ${serialNumber} does not exist.`, 404);
  }
  if ([...account.users.values()].some(({ mfaDevices }) => mfaDevices.includes(device))) {
    throw new AwsError('EntityAlreadyExists', `MFADevice ${serialNumber} is already in use.`, 409);
  }
  if (user.mfaDevices.length >= devicesPerUser) {
    throw new AwsError('LimitExceeded', `Cannot exceed quota for MFADevicesPerUser: ${devicesPerUser}`, 409);
  }
  const steps = Array.from({ length: patience + 1 }, (_, ago) => stepAt(now) - ago);
  const step = steps.find((each) => codeOf(device.seed, each) === first && codeOf(device.seed, each + 1) === second);
  if (step === undefined) {
    throw new AwsError('InvalidAuthenticationCode', 'Authentication code for device is not valid.', 403);
  }
  device.usedUpTo = step + 1;
  user.mfaDevices.push(device);
}

/** Whether one of the user's devices shows this code, or did so just before (RFC 6238, 5.2); no code is taken twice. */
export function takesCode({ mfaDevices }: Pick<User, 'mfaDevices'>, code: string, now: number): boolean {
  for (const step of [stepAt(now), stepAt(now) - 1]) {
    const device = mfaDevices.find(({ seed, usedUpTo }) => step > usedUpTo && codeOf(seed, step) === code);
    if (device) {
      device.usedUpTo = step;
      return true;
    }
  }
  return false;
}
