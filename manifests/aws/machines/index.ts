import type { Machine } from './asl.ts';
import { inspectIamUsers } from './inspect-iam-users.ts';
import { issuePassword } from './issue-password.ts';
import { onboarding } from './onboarding.ts';
import { provisionIamUsers } from './provision-iam-users.ts';

/** Every machine, by the name of its file in `manifests/aws/state-machines`. */
export const machines: Record<string, Machine> = {
  onboarding,
  'inspect-iam-users': inspectIamUsers,
  'provision-iam-users': provisionIamUsers,
  'issue-password': issuePassword,
};

export const textOf = (machine: Machine): string => `${JSON.stringify(machine, null, 2)}\n`;
