import type { Machine, State } from './asl.ts';
import { inspectIamUser } from './iam-user/inspect.ts';
import { issuePassword } from './iam-user/issue-password.ts';
import { provisionIamUser } from './iam-user/provision.ts';
import { checkIdentityCenter } from './identity-center/check.ts';
import { inspectIdentityCenter } from './identity-center/inspect.ts';
import { provisionIdentityCenter } from './identity-center/provision.ts';
import { GRANTS, SETTINGS } from './identity-center/published.ts';

type MethodMachines = {
  inspect: Machine;
  provision: Machine;
  others?: Record<string, Machine>;
  /** What the machine `check` asks about a profile that has all that it `asks` for. */
  check?: { asks: string[]; startAt: string; states: Record<string, State> };
};

/** The ways of giving access, as the policy names them: what looks before, what gives, and what else a method brings along. */
export const methods: Record<string, MethodMachines> = {
  'iam-user': { inspect: inspectIamUser, provision: provisionIamUser, others: { 'issue-password': issuePassword } },
  'identity-center': {
    inspect: inspectIdentityCenter,
    provision: provisionIdentityCenter,
    check: { asks: [...GRANTS, ...SETTINGS], startAt: 'TakeSettings', states: checkIdentityCenter },
  },
};
