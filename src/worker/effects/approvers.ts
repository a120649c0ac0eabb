import type { OnboardingState } from '../../contract/state.ts';
import type { Permissions } from '../../policy/permissions.ts';
import type { Directory } from '../../slack/directory.ts';
import { profileOf } from '../profile-of.ts';

/** Finds whom to mention for a request: user groups and users as they are, e-mail addresses by whose they are. */
export function approversOf(permissions: Permissions, directory: Directory) {
  return async (request: OnboardingState): Promise<string[]> => {
    const { approvers } = profileOf(request, permissions);
    const ids = await Promise.all(
      approvers.map(async (entry) => (entry.includes('@') ? (await directory.findByEmail(entry))?.id : entry)),
    );
    return ids.filter((id) => id !== undefined);
  };
}
