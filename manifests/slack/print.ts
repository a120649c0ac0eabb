import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { overHttp } from './over-http.ts';
import { withCommand } from './with-command.ts';

const USAGE = `Usage: npm run --silent manifest -- [--command NAME] [--http ADDRESS]

  --command NAME     what people type, in place of /onboard, which another app of the workspace may have; the bot is told
                     the same in SLACK_COMMAND, which counts here where this option is not given
  --http ADDRESS     for a bot that Slack calls at this address, for example https://bot.example.com;
                     without it, for Socket Mode
`;

try {
  const { values } = parseArgs({ options: { command: { type: 'string' }, http: { type: 'string' } } });
  const shipped = readFileSync(new URL('app.yaml', import.meta.url), 'utf8');
  const command = values.command ?? process.env.SLACK_COMMAND;
  const manifest = command ? withCommand(shipped, command) : shipped;
  process.stdout.write(values.http === undefined ? manifest : overHttp(manifest, values.http));
} catch (err) {
  process.stderr.write(`${(err as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
