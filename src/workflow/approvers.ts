import type { Directory } from '../directory.ts';
import type { OnboardingState } from '../onboarding/request.ts';
import type { Permissions } from '../permissions.ts';
import { TaskError } from './task-error.ts';

/** Finds whom to mention for a request: user groups and users as they are, e-mail addresses by whose they are. */
export function approversOf(permissions: Permissions, directory: Directory) {
  return async ({ profile }: OnboardingState): Promise<string[]> => {
    const found = permissions.profile(profile.id);
    if (!found) throw new TaskError('PolicyChanged', `The policy file has no profile "${profile.id}" any more.`);
    const ids = await Promise.all(
      found.approvers.map(async (entry) => (entry.includes('@') ? (await directory.findByEmail(entry))?.id : entry)),
    );
    return ids.filter((id) => id !== undefined);
  };
}
