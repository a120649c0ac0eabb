import type { Account } from '../../organization/organization.ts';
import type { Statement } from './policy/statement.ts';

export type Tag = { Key: string; Value: string };

export type LoginProfile = { createdAt: Date; passwordResetRequired: boolean; salt: string; hash: string };

/** A virtual MFA device, as an authenticator app is one. */
export type MfaDevice = {
  readonly serialNumber: string;
  readonly seed: Uint8Array;
  /** The last code that was taken: no code works twice, and none from before it. */
  usedUpTo: number;
};

export type User = {
  readonly userName: string;
  readonly userId: string;
  readonly path: string;
  readonly createdAt: Date;
  readonly permissionsBoundary?: string;
  readonly tags: Tag[];
  readonly groups: Set<string>;
  readonly policies: Set<string>;
  /** Those that are enabled. */
  readonly mfaDevices: MfaDevice[];
  loginProfile?: LoginProfile;
  passwordLastUsed?: Date;
  mfaLastUsed?: Date;
};

/** An AWS account with its IAM. */
export type IamAccount = {
  readonly account: Account;
  /** By lower-cased name: IAM tells names apart by more than case nowhere. */
  readonly users: Map<string, User>;
  readonly groups: string[];
  /** By serial number; also those that were made and never enabled. */
  readonly mfaDevices: Map<string, MfaDevice>;
  /** What the StackSet of boarding-pass made in it; worked out when it is first asked for, for there may be very many accounts. */
  readonly stack: () => MemberStack;
};

/** A role of a member account: who may assume it, and what it allows there. */
export type MemberRole = { name: string; trust: Statement[]; permissions: Statement[] };

/** What the shipped template makes in an account, by ARN. */
export type MemberStack = { roles: ReadonlyMap<string, MemberRole>; policies: ReadonlyMap<string, Statement[]> };
