import { setupCommand } from '../identity-center/terminal/setup.ts';
import type { Arguments } from './arguments.ts';

/** What to know of a sandbox that runs. */
export function guide(
  url: string,
  logFile: string,
  { directory, only }: Pick<Arguments, 'directory' | 'only'>,
): string {
  return [
    `Open ${url} in a browser.`,
    '',
    ...(directory ? [WITH_DIRECTORY, ''] : []),
    `The bot's log is ${logFile}`,
    'The same in the terminal: npm run sandbox -- --tour   or as commands to paste: npm run sandbox -- --commands',
    ...(only === 'slack'
      ? []
      : [`Your own AWS CLI 2 speaks to it too, in bash or zsh after   ${setupCommand(url)}   (docs/cli.md)`]),
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

const WITH_DIRECTORY = [
  'People come to IAM Identity Center from a company directory. Yuki was hired just now: ask for access for her and for Lena, choosing',
  '“Cloud developer”, then synchronize the directory (on the right, below Identity Center) and ask for her again.',
].join('\n');
