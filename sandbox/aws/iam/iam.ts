import { accountSettings } from './account-settings.ts';
import type { IamAction } from './action.ts';
import { loginProfiles } from './login-profiles.ts';
import { memberships } from './memberships.ts';
import { users } from './users.ts';

/** IAM as far as boarding-pass uses it, named as Step Functions names it: `aws-sdk:iam:createUser`. */
export const iam = { ...users, ...memberships, ...loginProfiles, ...accountSettings } satisfies Record<
  string,
  IamAction
>;

export type IamActionName = keyof typeof iam;

export const isIamAction = (name: string): name is IamActionName => Object.hasOwn(iam, name);
