import { assigning } from './admin/assigning.ts';
import { assignments } from './admin/assignments.ts';
import { instance } from './admin/instance.ts';
import { permissionSets } from './admin/permission-sets.ts';
import type { Operations } from './operation.ts';
import { groups } from './store/groups.ts';
import { memberships } from './store/memberships.ts';
import { users } from './store/users.ts';

/** Both APIs as far as boarding-pass uses them, and what an administrator needs to set the stage; named as Step Functions does. */
export const identitystore: Operations = { ...users, ...groups, ...memberships };
export const ssoadmin: Operations = { ...instance, ...permissionSets, ...assignments, ...assigning };
