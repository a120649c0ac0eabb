import type { z } from 'zod';
import type { Gift, Grants } from '../onboarding/profile.ts';

/** One way of giving access: all that differs between them. The machines of a method are in manifests/aws/machines. */
export type Method = {
  /** What a profile of this method gives, as it stands in the policy file beside what every profile says. */
  settings: z.ZodRawShape;
  /** May a user be called that? */
  isUserName(text: string): boolean;
  /** What the profile gives, for the approver to read. */
  show(grants: Grants): Gift[];
  /** What makes people stumble though it is no mistake, each with its remedy; it follows the profile's id. */
  warnings(grants: Grants): string[];
  /** What the stacks must allow so that these profiles can be given, as lines of `npm run policy`. */
  toAllow(grants: Grants[]): string[];
};
