import type { OnboardingRequest } from '../contract/request.ts';
import type { Profile } from '../onboarding/profile.ts';
import type { Permissions } from '../policy/permissions.ts';
import { TaskError } from './task-error.ts';

/** The profile that was asked for, as the policy has it today. @throws PolicyChanged if it has it no more */
export function profileOf({ profile }: OnboardingRequest, permissions: Permissions): Profile {
  const found = permissions.profile(profile.id);
  if (!found) throw new TaskError('PolicyChanged', `The policy file has no profile "${profile.id}" any more.`);
  return found;
}
