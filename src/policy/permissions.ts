import type { OnboardingRequest } from '../contract/request.ts';
import { refusalToAsk } from '../onboarding/may-ask.ts';
import { type Refusal, refusalToDecide } from '../onboarding/may-decide.ts';
import { isAmong } from '../onboarding/membership.ts';
import { type Account, isStillOffered, type Profile } from '../onboarding/profile.ts';
import type { SlackPerson } from '../onboarding/slack-person.ts';
import type { Directory } from '../slack/directory.ts';
import type { Policy } from './read.ts';

export type Permissions = ReturnType<typeof createPermissions>;

/** What somebody may do about a request; `approvable` is false if the policy no longer offers what was asked for. */
export type Verdict =
  | { clicker: SlackPerson; profile: Profile; approvable: boolean; refusal: undefined }
  | { refusal: Refusal | 'profile-gone' };

/** What the policy file and Slack together say about who may do what: gathers the facts, the rules decide. */
export function createPermissions(
  policy: Policy,
  directory: Directory,
  findAccount: (id: string) => Account | undefined,
) {
  const profile = (id: string): Profile | undefined => policy.profiles.find((entry) => entry.id === id);

  /** The profiles that this person may ask for: none for anybody but a full member with an address. */
  async function profilesFor(person: SlackPerson): Promise<Profile[]> {
    if (refusalToAsk(person)) return [];
    const mayAsk = async ({ requesters }: Profile) =>
      requesters === undefined || isAmong(person, await directory.expand(requesters));
    const answers = await Promise.all(policy.profiles.map(mayAsk));
    return policy.profiles.filter((_, i) => answers[i]);
  }

  return {
    profile,
    profilesFor,

    /** Who that is, and the profiles that they may ask for. Slack is asked about the person and the groups side by side. */
    async whoAsks(id: string): Promise<{ person: SlackPerson; profiles: Profile[] } | undefined> {
      // Found in memory by `profilesFor`; what goes wrong here it meets again.
      directory.expand(policy.profiles.flatMap(({ requesters = [] }) => requesters)).catch(() => {});
      const person = await directory.person(id);
      return person && { person, profiles: await profilesFor(person) };
    },

    /** May this person decide on this request? Asks Slack afresh who they are and who the approvers are. */
    async judge(clickerId: string, request: OnboardingRequest): Promise<Verdict> {
      const chosen = profile(request.profile.id);
      if (!chosen) return { refusal: 'profile-gone' };
      const [clicker, approvers] = await Promise.all([
        directory.person(clickerId, { forceRefresh: true }),
        directory.expand(chosen.approvers, { forceRefresh: true }),
      ]);
      if (!clicker) return { refusal: 'stranger' };
      const refusal = refusalToDecide(clicker, request, approvers);
      if (refusal !== undefined) return { refusal };
      return {
        clicker,
        profile: chosen,
        approvable: isStillOffered(chosen, request, findAccount),
        refusal,
      };
    },
  };
}
