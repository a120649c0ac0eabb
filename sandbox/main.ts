import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './command/arguments.ts';
import { commandsToPaste } from './command/commands-to-paste.ts';
import { guide } from './command/guide.ts';
import { enlarged } from './organization/enlarged.ts';
import { kumoworks } from './organization/kumoworks.ts';
import { withDirectory } from './organization/with-directory.ts';
import { findAwsCli2 } from './own-cli/find.ts';
import { playTour } from './tour/tour.ts';
import { startWorld } from './world.ts';

const { port, only, tour, commands, language, accounts, people, directory } = readArguments(process.argv.slice(2));
const asLarge = enlarged(kumoworks, { accounts, people });
const organization = directory ? withDirectory(asLarge) : asLarge;
const logFile = join(tmpdir(), `boarding-pass-sandbox-${process.pid}.log`);
rmSync(logFile, { force: true });

// Not later: whoever looks for it stops everything else for a moment, and Slack's sockets do not wait.
const awsCli = tour ? findAwsCli2() : undefined;

const say = (text: string) => process.stdout.write(`${text}\n`);
const world = await startWorld({
  port,
  organization,
  logFile,
  logLevel: 'trace',
  ...(only && { only }),
  ...(language && { language }),
  ...(directory && { users: 'existing' as const }),
}).catch((err: NodeJS.ErrnoException) => {
  const isTaken = err.code === 'EADDRINUSE';
  say(
    isTaken
      ? `Port ${port} is taken, perhaps by another sandbox: try --port 0.`
      : `The sandbox could not start. ${err.message}`,
  );
  process.exit(1);
});

if (tour) {
  process.exitCode = await playTour(world, logFile, say, awsCli);
  await world.stop();
} else {
  if (commands) say(commandsToPaste(world.url, only));
  say(guide(world.url, logFile, { directory, only }));
  say(`sandbox ready at ${world.url}`);
  const stop = () => void world.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const code = await world.bot.exited;
  if (code !== 0) say(`The bot left with code ${code}; its log is ${logFile}`);
  await world.stop();
  say('sandbox stopped');
}
