/** Something the operator must mend before the bot can run; the message says what, the details say where. */
export class StartupError extends Error {
  override name = 'StartupError';

  constructor(message: string, details: string[] = []) {
    super([message, ...details.map((detail) => `  ${detail}`)].join('\n'));
  }
}
