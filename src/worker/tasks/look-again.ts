import type { Presence } from '../../contract/absence.ts';
import type { Person } from '../../contract/people.ts';
import { absenceOf } from '../../onboarding/absence.ts';
import type { Permissions } from '../../policy/permissions.ts';
import type { Directory } from '../../slack/directory.ts';
import { profileOf } from '../profile-of.ts';
import type { Task } from '../task.ts';

type Parts = { directory: Directory; permissions: Permissions };

/** After an approval: who has left since they were looked up, or is a guest now. Has no effect: it may run any number of times. */
export function lookAgain({ directory, permissions }: Parts): Task {
  const anew = { forceRefresh: true };
  return async (state): Promise<Presence> => {
    const { guests } = profileOf(state, permissions);
    const absence = async ({ slackUserId, email }: Pick<Person, 'slackUserId' | 'email'>) => {
      const found = await (slackUserId === undefined
        ? directory.findByEmail(email, anew)
        : directory.person(slackUserId, anew));
      return absent(absenceOf(found, { wasInSlack: slackUserId !== undefined, guests }));
    };
    const [people, requester] = await Promise.all([
      Promise.all((state.resolved?.users ?? []).map(absence)),
      directory.person(state.requestedBy.slackUserId, anew),
    ]);
    const msLeft = new Date(state.approval.expiresAt).getTime() - Date.now();
    return {
      people,
      // Guests ask for nobody, whatever the profile lets them have.
      requester: absent(absenceOf(requester, { wasInSlack: true, guests: 'refuse' })),
      secondsLeft: Math.max(1, Math.floor(msLeft / 1000)),
    };
  };
}

const absent = (name: ReturnType<typeof absenceOf>) => (name === undefined ? {} : { Error: name });
