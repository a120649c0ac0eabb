import { z } from 'zod';

/** What Slack keeps for us in a button. At most 2,000 characters. Source: docs.slack.dev, Button element. */
const MAX_LENGTH = 2_000;

/** The request that a button decides on, the task that waits for it, and the profile's version that the card shows. */
const decisionRef = z.object({ execution: z.string(), token: z.string(), version: z.string().default('') });
export type DecisionRef = z.infer<typeof decisionRef>;

/**
 * The user whose password a button shows, by the name and by the id that is never used again. Who may see it is decided by
 * the tags of the user itself. `request` is for the log alone.
 */
const passwordRef = z.object({
  account: z.object({ id: z.string(), name: z.string() }),
  userName: z.string(),
  userId: z.string(),
  request: z.string(),
});
export type PasswordRef = z.infer<typeof passwordRef>;

/** A portal as the AWS CLI knows it: under a name of ours. */
const cliSession = z.object({ name: z.string(), startUrl: z.string(), region: z.string() });
export type CliSession = z.infer<typeof cliSession>;

/** What one delivery brought somebody for a terminal of their own. Accounts are named when it is shown. */
const deliveredCli = z.object({
  session: cliSession,
  /** They had nothing there before, so no configuration either. */
  isFirst: z.boolean(),
  /** Permission sets, each with the accounts where they have it, and what it lets them try. */
  roles: z.array(z.object({ name: z.string(), accounts: z.array(z.string()), try: z.string().optional() })),
  /** In so many places AWS was still preparing it. */
  pending: z.number(),
  /** They were let into groups, whatever accounts those open. */
  hasGroups: z.boolean(),
});
export type DeliveredCli = z.infer<typeof deliveredCli>;

/** Whose configuration it is: by Slack id, and by the identity store's own id. `request` is for the log alone. */
const portalCliRef = deliveredCli.extend({
  kind: z.literal('portal'),
  userId: z.string().optional(),
  owner: z.string(),
  request: z.string(),
  profileId: z.string(),
});
export type PortalCliRef = z.infer<typeof portalCliRef>;

/** All that somebody has now, asked of AWS by the settings of this profile; of nobody but them, where it says who. */
const everythingRef = z.object({
  kind: z.literal('everything'),
  profileId: z.string(),
  userId: z.string().optional(),
  owner: z.string().optional(),
});
export type EverythingRef = z.infer<typeof everythingRef>;

/** At the portal there is something to set up; at the console of one account there is something to know. */
const setUpCliRef = z.discriminatedUnion('kind', [portalCliRef, z.object({ kind: z.literal('console') })]);

/** What each button, and the form that asks why a request is denied, carries along. */
const VALUES = {
  approve: decisionRef,
  deny: decisionRef,
  withdraw: decisionRef,
  'show-password': passwordRef,
  'make-new-password': passwordRef,
  'set-up-cli': setUpCliRef,
  'cli-everything': everythingRef,
  'cli-commands': z.discriminatedUnion('kind', [portalCliRef, everythingRef]),
};
type ButtonName = keyof typeof VALUES;
type ValueOf<Name extends ButtonName> = z.infer<(typeof VALUES)[Name]>;

/** @throws when it is longer than Slack keeps: a cut value would be a button that does nothing. */
export function buttonValue<Name extends ButtonName>(_button: Name, ref: ValueOf<Name>): string {
  const value = JSON.stringify(ref);
  if (value.length > MAX_LENGTH)
    throw new RangeError(`A button's value of ${value.length} characters is over Slack's limit of ${MAX_LENGTH}.`);
  return value;
}

/** Reads a value that `buttonValue` made. @throws where it is none: it names what is wrong, and quotes nothing */
export function readButton<Name extends ButtonName>(button: Name, value: string | undefined): ValueOf<Name> {
  return VALUES[button].parse(JSON.parse(value ?? 'null')) as ValueOf<Name>;
}
