import { parseArgs } from 'node:util';
import { kumoworks } from '../organization/kumoworks.ts';
import type { Language } from '../organization/organization.ts';

const USAGE = `Usage: npm run sandbox -- [options]

  --port N           where it listens (default 3000; 0 for any free port)
  --tour             play two requests from end to end, then stop
  --commands         print how to do the same over HTTP, as commands to paste
  --language en|ja   everybody reads Slack in this language, and so does the approvals channel
  --directory        people come to IAM Identity Center from a company directory, and are only found there
  --accounts N       invent accounts until the organization has N of them, for example 10000
  --people N         invent people until the workspace has N of them, for example 2000
  --only slack       the local Slack alone; the bot works with the AWS account that your environment names
  --only aws         the local AWS alone; the bot works in the Slack workspace that your environment names
`;

/** What one process on one machine still serves swiftly. */
const MOST = 50_000;

export type Arguments = {
  port: number;
  tour: boolean;
  commands: boolean;
  only: 'slack' | 'aws' | undefined;
  language: Language | undefined;
  accounts: number | undefined;
  people: number | undefined;
  directory: boolean;
};

/** Reads the command line; prints how to use it and leaves when it makes no sense. */
export function readArguments(args: string[]): Arguments {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        tour: { type: 'boolean' },
        commands: { type: 'boolean' },
        only: { type: 'string' },
        language: { type: 'string' },
        accounts: { type: 'string' },
        people: { type: 'string' },
        directory: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) leave(USAGE, 0);
    const { tour = false, commands = false, directory = false, only, language } = values;
    // The tour needs no address that somebody can guess, and must not meet a sandbox that is running.
    const port = Number(values.port ?? (tour ? 0 : 3000));
    if (!/^\d+$/.test(values.port ?? '0') || port > 65_535)
      throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
    if (only !== undefined && only !== 'slack' && only !== 'aws')
      throw new Error(`--only takes slack or aws, not ${only}.`);
    if (language !== undefined && language !== 'en' && language !== 'ja')
      throw new Error(`--language takes en or ja, not ${language}.`);
    const accounts = readSize('accounts', values.accounts, kumoworks.accounts.length);
    const people = readSize('people', values.people, kumoworks.people.length);
    if (tour && only) throw new Error('--tour plays in the whole sandbox: leave --only out.');
    if (tour && directory) throw new Error('--tour plays with people who are made: leave --directory out.');
    if (commands && directory) throw new Error('--commands are about people who are made: leave --directory out.');
    if (only === 'slack' && directory) throw new Error('--directory is of the local AWS: leave --only slack out.');
    if (only === 'slack' && accounts) throw new Error('--accounts is of the local AWS: leave --only slack out.');
    if (only === 'aws' && people) throw new Error('--people is of the local Slack: leave --only aws out.');
    if (only === 'aws' && language) throw new Error('--language is of the local Slack: leave --only aws out.');
    return { port, tour, commands, only, language, accounts, people, directory };
  } catch (err) {
    return leave(`${(err as Error).message}\n\n${USAGE}`, 2);
  }
}

/** @param least how many are there anyway */
function readSize(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < least || size > MOST)
    throw new Error(`--${option} takes a number from ${least} (those are always there) to ${MOST}, not ${text}.`);
  return size;
}

function leave(text: string, code: number): never {
  process[code === 0 ? 'stdout' : 'stderr'].write(text);
  process.exit(code);
}
