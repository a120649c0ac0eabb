/** What Slack keeps for us in a button. At most 2,000 characters. Source: docs.slack.dev, Button element. */
const MAX_LENGTH = 2_000;

/** The request that a button decides on, and the task that waits for the decision. */
export type DecisionRef = { execution: string; token: string };

/**
 * The user whose password a button shows. Who may see it is decided by the tags of the user itself. `request` is for the
 * log alone; older buttons have none.
 */
export type PasswordRef = { account: { id: string; name: string }; userName: string; request?: string };

/** @throws when it is longer than Slack keeps: a cut value would be a button that does nothing. */
export function toButtonValue(ref: DecisionRef | PasswordRef): string {
  const value = JSON.stringify(ref);
  if (value.length > MAX_LENGTH)
    throw new RangeError(`A button's value of ${value.length} characters is over Slack's limit of ${MAX_LENGTH}.`);
  return value;
}

/** Reads a value that `toButtonValue` made. */
export function fromButtonValue<Ref extends DecisionRef | PasswordRef>(value: string | undefined): Ref {
  return JSON.parse(value ?? '') as Ref;
}
