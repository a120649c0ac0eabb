/** Something the operator must mend before the bot can run; the message says what, the details say where. */
export class StartupError extends Error {
  override name = 'StartupError';

  constructor(message: string, details: string[] = []) {
    super([message, ...details.map((detail) => `  ${detail}`)].join('\n'));
  }
}

/** What `listen` failed with, in words where the port is at fault. */
export function portIsTaken(err: unknown, variable: string, port: number): unknown {
  const { code } = err as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new StartupError(`Port ${port} is taken: set ${variable} to another one.`);
  if (code === 'EACCES') return new StartupError(`Port ${port} may not be used: set ${variable} to one above 1023.`);
  return err;
}
