import { createHash } from 'node:crypto';
import type { Directory } from '../../directory.ts';
import { resolvePeople } from '../../onboarding/resolve.ts';
import type { Permissions } from '../../permissions.ts';
import { profileOf } from '../profile-of.ts';
import type { Task } from '../task.ts';

/** Finds out who the people in the request are. Has no effect: it may run any number of times. */
export function resolve({ directory, permissions }: { directory: Directory; permissions: Permissions }): Task {
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
    return resolvePeople(request, { picked, typed }, profile, claimantOf);
  };
}

/** By what somebody without Slack is known: as `States.Hash` of the lower-cased address with SHA-256. */
export function claimantOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex');
}
