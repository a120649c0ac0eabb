import type { Machine, State } from './asl.ts';
import { inspectIamUser } from './iam-user/inspect.ts';
import { issuePassword } from './iam-user/issue-password.ts';
import { provisionIamUser } from './iam-user/provision.ts';
import { checkIdentityCenter } from './identity-center/check.ts';
import { findAccessInIdentityCenter } from './identity-center/find-access.ts';
import { inspectIdentityCenter } from './identity-center/inspect.ts';
import { provisionIdentityCenter } from './identity-center/provision.ts';
import { GRANTS, SETTINGS } from './identity-center/published.ts';

/** A method's part of a machine that all methods share, about a profile that has all that it `asks` for. */
type Part = { asks: string[]; startAt: string; states: Record<string, State> };

type MethodMachines = {
  inspect: Machine;
  provision: Machine;
  others?: Record<string, Machine>;
  /** What the machine `check` asks. */
  check?: Part;
  /** How the machine `find-access` finds out what somebody has. */
  findAccess?: Part;
};

/** The ways of giving access, as the policy names them: what looks before, what gives, and what else a method brings along. */
export const methods: Record<string, MethodMachines> = {
  'iam-user': { inspect: inspectIamUser, provision: provisionIamUser, others: { 'issue-password': issuePassword } },
  'identity-center': {
    inspect: inspectIdentityCenter,
    provision: provisionIdentityCenter,
    check: { asks: [...GRANTS, ...SETTINGS], startAt: 'TakeSettings', states: checkIdentityCenter },
    findAccess: { asks: SETTINGS, startAt: 'TakeSettings', states: findAccessInIdentityCenter },
  },
};
