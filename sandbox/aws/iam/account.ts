import type { Account } from '../../organization.ts';
import type { Statement } from './policy/statement.ts';

export type Tag = { Key: string; Value: string };

export type LoginProfile = { createdAt: Date; passwordResetRequired: boolean; salt: string; hash: string };

export type User = {
  readonly userName: string;
  readonly userId: string;
  readonly path: string;
  readonly createdAt: Date;
  readonly permissionsBoundary?: string;
  readonly tags: Tag[];
  readonly groups: Set<string>;
  readonly policies: Set<string>;
  loginProfile?: LoginProfile;
  passwordLastUsed?: Date;
};

/** An AWS account with its IAM. */
export type IamAccount = {
  readonly account: Account;
  /** By lower-cased name: IAM tells names apart by more than case nowhere. */
  readonly users: Map<string, User>;
  readonly groups: string[];
  /** What the StackSet of boarding-pass made in it; worked out when it is first asked for, for there may be very many accounts. */
  readonly stack: () => MemberStack;
};

/** A role of a member account: who may assume it, and what it allows there. */
export type MemberRole = { name: string; trust: Statement[]; permissions: Statement[] };

/** What the shipped template makes in an account, by ARN. */
export type MemberStack = { roles: ReadonlyMap<string, MemberRole>; policies: string[] };
