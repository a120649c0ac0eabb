import type { UserSlice } from '../../slices.ts';
import { presentTime } from '../present-time.ts';

export type Login = 'none' | 'temporary' | 'own';

export function loginOf({ loginProfile }: UserSlice): Login {
  if (!loginProfile) return 'none';
  return loginProfile.passwordResetRequired ? 'temporary' : 'own';
}

/** Whether a temporary password can be had. */
export type Claim = { state: 'open' | 'over' | 'used' | 'closed'; by?: string; until?: string };

/** @returns undefined for a user that onboarding did not make */
export function claimOf({ tags, passwordLastUsed }: UserSlice, now: number): Claim | undefined {
  const state = tags['onboarding:claim'];
  const by = tags['onboarding:claimant'];
  const until = tags['onboarding:claim-until'];
  if (state === undefined) return undefined;
  const isOver = until !== undefined && Date.parse(until) < now;
  return {
    state: state !== 'open' ? 'closed' : passwordLastUsed ? 'used' : isOver ? 'over' : 'open',
    ...(by !== undefined && { by }),
    ...(until !== undefined && { until }),
  };
}

/** Who has no account in Slack is known by a hash of their address. */
export const isHash = (claimant: string): boolean => /^[0-9a-f]{64}$/.test(claimant);

/** Made since the page was opened. */
export const isNew = ({ createdAt }: { createdAt: string }): boolean => Date.parse(createdAt) > performance.timeOrigin;

const justMadeMs = 10_000;

export const isJustMade = (user: { createdAt: string }): boolean =>
  isNew(user) && presentTime() - Date.parse(user.createdAt) < justMadeMs;

/** `IAMUserChangePassword` of `arn:aws:iam::aws:policy/IAMUserChangePassword`. */
export const shortArn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
