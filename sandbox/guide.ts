/** What to know of a sandbox that runs. */
export function guide(url: string, logFile: string): string {
  return [
    `Open ${url} in a browser.`,
    '',
    `The bot's log is ${logFile}`,
    'The same in the terminal: npm run sandbox -- --tour   or as commands to paste: npm run sandbox -- --commands',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}
