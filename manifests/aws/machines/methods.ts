import type { Machine } from './asl.ts';
import { inspectIamUser } from './iam-user/inspect.ts';
import { issuePassword } from './iam-user/issue-password.ts';
import { provisionIamUser } from './iam-user/provision.ts';

/** The ways of giving access, as the policy names them: what looks before, what gives, and what else a method brings along. */
export const methods: Record<string, { inspect: Machine; provision: Machine; others?: Record<string, Machine> }> = {
  'iam-user': { inspect: inspectIamUser, provision: provisionIamUser, others: { 'issue-password': issuePassword } },
};
