import { z } from 'zod';

/** Profiles that one run of the machine `check` reads: what it answers stays far below 262,144 bytes. */
export const CHECKED_AT_ONCE = 20;

/** What `check` finds: each profile as it is published, and whether the organization can be read from home. */
export const checkReport = z.object({
  Profiles: z.array(
    z.union([
      z.object({ ProfileId: z.string(), Version: z.string(), Object: z.unknown() }),
      z.object({ ProfileId: z.string(), Problem: z.string() }),
    ]),
  ),
  Organization: z.object({ Problem: z.string().nullable() }),
});
export type CheckReport = z.infer<typeof checkReport>;
