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

/** What each button, and the form that asks why a request is denied, carries along. */
const VALUES = {
  approve: decisionRef,
  deny: decisionRef,
  withdraw: decisionRef,
  'show-password': passwordRef,
  'make-new-password': passwordRef,
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
