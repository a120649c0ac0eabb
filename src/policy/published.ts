import { isDeepStrictEqual } from 'node:util';
import { keyOfProfile, type ProfileObject } from '../contract/profile-object.ts';
import { mailboxOf } from '../onboarding/email.ts';
import type { Profile } from '../onboarding/profile.ts';

/** A profile as the machines are to read it. */
export function publishedAs({ id, method, grants, settings, accounts, approvers }: Profile): ProfileObject {
  const { only, ous, except } = accounts;
  return {
    id,
    method,
    grants,
    settings,
    accounts: { kind: only ? 'only' : ous ? 'units' : 'all', only: only ?? [], ous: ous ?? [], except },
    approvers: {
      ids: approvers.filter((entry) => /^[UW]/.test(entry) && !entry.includes('@')),
      emails: approvers.filter((entry) => entry.includes('@')).map(mailboxOf),
      groups: approvers.filter((entry) => entry.startsWith('S') && !entry.includes('@')),
    },
  };
}

/** The objects of a policy, by their keys in the bucket; the same text for the same profile, whoever makes it. */
export const objectsOf = (profiles: Profile[]): Map<string, string> =>
  new Map(profiles.map((profile) => [keyOfProfile(profile.id), `${JSON.stringify(publishedAs(profile), null, 2)}\n`]));

/** Where what is published differs from what a profile says: the settings' names. */
export function differences(profile: Profile, published: unknown): string[] {
  const ours = publishedAs(profile);
  const theirs = (typeof published === 'object' && published !== null ? published : {}) as Record<string, unknown>;
  return Object.entries(ours).flatMap(([name, value]) => (isDeepStrictEqual(theirs[name], value) ? [] : [name]));
}
