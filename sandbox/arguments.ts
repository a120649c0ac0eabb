import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run sandbox -- [options]

  --port N        where it listens (default 3000; 0 for any free port)
  --tour          play one request from end to end, then stop
  --only slack    the local Slack alone; the bot works with the AWS account that your environment names
  --only aws      the local AWS alone; the bot works in the Slack workspace that your environment names
`;

export type Arguments = { port: number; tour: boolean; only: 'slack' | 'aws' | undefined };

/** Reads the command line; prints how to use it and leaves when it makes no sense. */
export function readArguments(args: string[]): Arguments {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        tour: { type: 'boolean' },
        only: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) leave(USAGE, 0);
    const { tour = false, only } = values;
    // The tour needs no address that somebody can guess, and must not meet a sandbox that is running.
    const port = Number(values.port ?? (tour ? 0 : 3000));
    if (!/^\d+$/.test(values.port ?? '0') || port > 65_535)
      throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
    if (only !== undefined && only !== 'slack' && only !== 'aws')
      throw new Error(`--only takes slack or aws, not ${only}.`);
    if (tour && only) throw new Error('--tour plays in the whole sandbox: leave --only out.');
    return { port, tour, only };
  } catch (err) {
    return leave(`${(err as Error).message}\n\n${USAGE}`, 2);
  }
}

function leave(text: string, code: number): never {
  process[code === 0 ? 'stdout' : 'stderr'].write(text);
  process.exit(code);
}
