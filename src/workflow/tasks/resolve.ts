import type { OnboardingRequest } from '../../contract/request.ts';
import type { Directory } from '../../directory.ts';
import { methodOf } from '../../methods/index.ts';
import { resolvePeople } from '../../onboarding/resolve.ts';
import type { Permissions } from '../../policy/permissions.ts';
import { sha256 } from '../../sha256.ts';
import { profileOf } from '../profile-of.ts';
import type { Task } from '../task.ts';

/** Finds out who the people in the request are. Has no effect: it may run any number of times. */
export function resolve({
  directory,
  permissions,
}: {
  directory: Directory;
  permissions: Permissions;
}): Task<OnboardingRequest> {
  return async (request) => {
    const profile = profileOf(request, permissions);

    const [picked, typed] = await Promise.all([
      Promise.all(
        request.people.slackUserIds.map(async (slackUserId) => ({
          slackUserId,
          found: await directory.person(slackUserId, { forceRefresh: true }),
        })),
      ),
      Promise.all(
        request.people.typed.map(async (typed) => ({
          typed,
          found: await directory.findByEmail(typed.email, { forceRefresh: true }),
        })),
      ),
    ]);
    const { isUserName, takesNames } = methodOf(profile);
    return resolvePeople(request, { picked, typed }, { ...profile, isUserName, takesNames }, sha256);
  };
}
