/** What Slack says no with: `{ok: false, error, …details}` from the Web API, `{error, …details}` from an act. */
export class Refusal extends Error {
  readonly error: string;
  readonly details: Record<string, unknown>;
  /** The HTTP status of an act that the person could not even attempt; the Web API answers 200 throughout. */
  readonly status: 400 | 403 | 404;

  constructor(error: string, details: Record<string, unknown> = {}, status: 400 | 403 | 404 = 404) {
    super(error);
    this.name = 'Refusal';
    this.error = error;
    this.details = details;
    this.status = status;
  }
}
