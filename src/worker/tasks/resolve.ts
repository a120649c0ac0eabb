import type { Resolved } from '../../contract/people.ts';
import type { OnboardingRequest } from '../../contract/request.ts';
import { methodOf } from '../../methods/index.ts';
import { resolvePeople } from '../../onboarding/resolve.ts';
import { sha256 } from '../../onboarding/sha256.ts';
import type { Permissions } from '../../policy/permissions.ts';
import type { Directory } from '../../slack/directory.ts';
import type { Happening, Journal } from '../../watch/journal.ts';
import { profileOf } from '../profile-of.ts';
import type { Task } from '../task.ts';
import { toTaskError } from '../task-error.ts';

type Parts = { directory: Directory; permissions: Permissions; journal: Journal };

/** Finds out who the people in the request are. Has no effect: it may run any number of times. */
export function resolve({ journal, ...parts }: Parts): Task<OnboardingRequest> {
  const find = findPeople(parts);
  return async (request, { executionName }) => {
    // Told here, not where the form was taken: however often that was sent, one execution was started.
    const tell = () => journal.record(asked(executionName, request));
    const found = await find(request).catch((err: unknown) => {
      const willBeTriedAgain = ['RateLimited', 'Unavailable'].includes(toTaskError(err).name);
      if (!willBeTriedAgain) tell();
      throw err;
    });
    tell();
    return found;
  };
}

function findPeople({ directory, permissions }: Pick<Parts, 'directory' | 'permissions'>) {
  return async (request: OnboardingRequest): Promise<Resolved> => {
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

const asked = (name: string, { requestedBy, accounts, profile, people }: OnboardingRequest): Happening => ({
  event: 'asked',
  request: name,
  requester: requestedBy.slackUserId,
  accounts: accounts.map(({ id }) => id),
  profile: profile.id,
  people: people.slackUserIds.length + people.typed.length,
});
