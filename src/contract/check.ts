import { z } from 'zod';

/** Profiles that one run of the machine `check` reads: what it answers stays far below 262,144 bytes. */
export const CHECKED_AT_ONCE = 20;

/** What `check` finds: each profile as it is published, with what its method finds wrong, and whether the organization can be read from home. */
export const checkReport = z.object({
  Profiles: z.array(
    z.union([
      z.object({
        ProfileId: z.string(),
        Version: z.string(),
        Object: z.unknown(),
        /** What keeps all profiles of its method from being given, by an error's name; and what was found of what it gives. */
        Fault: z.string().nullable().default(null),
        Found: z.record(z.string(), z.unknown()).optional(),
      }),
      z.object({ ProfileId: z.string(), Problem: z.string() }),
    ]),
  ),
  Organization: z.object({ Problem: z.string().nullable() }),
});
export type CheckReport = z.infer<typeof checkReport>;
