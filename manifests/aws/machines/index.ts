import type { Machine } from './asl.ts';
import { check } from './check.ts';
import { inspectIamUser } from './iam-user/inspect.ts';
import { issuePassword } from './iam-user/issue-password.ts';
import { provisionIamUser } from './iam-user/provision.ts';
import { onboarding } from './onboarding.ts';

/** Every machine, by the name of its file in `manifests/aws/state-machines`. */
export const machines: Record<string, Machine> = {
  onboarding,
  'inspect-iam-user': inspectIamUser,
  'provision-iam-user': provisionIamUser,
  'issue-password': issuePassword,
  check,
};

export const textOf = (machine: Machine): string => `${JSON.stringify(machine, null, 2)}\n`;
