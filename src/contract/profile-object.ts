import { z } from 'zod';

/**
 * A profile as it is published for the machines: what it gives, where, and who approves. They believe this and not the bot.
 * Every list is always there, since a machine cannot ask for what may be missing.
 */
export const profileObject = z.object({
  id: z.string(),
  method: z.string(),
  grants: z.record(z.string(), z.unknown()),
  /** What the method has to know besides, the same for all of its profiles. */
  settings: z.record(z.string(), z.unknown()),
  accounts: z.object({
    /** `only` those that are named; those in `units`; or `all` but the management account. */
    kind: z.enum(['only', 'units', 'all']),
    only: z.array(z.string()),
    ous: z.array(z.string()),
    except: z.array(z.string()),
  }),
  /** Slack ids and mailboxes; user groups, whose members no machine knows. */
  approvers: z.object({ ids: z.array(z.string()), emails: z.array(z.string()), groups: z.array(z.string()) }),
});
export type ProfileObject = z.infer<typeof profileObject>;

/** Where a profile is in the bucket. */
export const keyOfProfile = (id: string): string => `profiles/${id}.json`;
