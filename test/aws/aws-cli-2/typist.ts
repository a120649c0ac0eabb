import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import type { Shell } from '../../../sandbox/own-cli/shell.ts';
import { patience } from './shell.ts';

/** What is waited for on the screen, and what is typed then; without anything to type it is only looked for. Newer versions leave “CLI” out. */
export type Turn = { at: string; type?: string };

const cursorWanted = '\u001b[6n';
const cursorThere = '\u001b[1;1R';

/**
 * Somebody at a terminal of their own, whom a command asks one thing after another. The command's prompts ask where the cursor is, as
 * any terminal would tell them.
 * @returns what stood on the screen
 */
export async function typeInto(
  { options }: Shell,
  command: string,
  turns: Turn[],
  onScreen: (text: string) => void = () => {},
): Promise<string> {
  const python = 'import pty, sys; sys.exit(pty.spawn(["sh", "-c", sys.argv[1]]) >> 8)';
  const onTerminal = ['-c', python, `stty cols 200 rows 50; ${command}`];
  const env = { ...options.env, TERM: 'xterm' };
  const shell = spawn('python3', onTerminal, { ...options, env, detached: true });
  // With all that it has started.
  const end = () => shell.pid !== undefined && shell.exitCode === null && process.kill(-shell.pid, 'SIGKILL');
  const deadline = setTimeout(end, patience.timeout - 10_000);
  let screen = '';
  let seen = 0;
  const left = [...turns];
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes(cursorWanted)) shell.stdin.write(cursorThere);
      screen += stripVTControlCharacters(text);
      onScreen(screen);
      for (let [turn] = left; turn && placeOf(turn, screen, seen) >= 0; [turn] = left) {
        left.shift();
        seen = placeOf(turn, screen, seen) + 1;
        if (turn.type !== undefined) shell.stdin.write(`${turn.type}\r`);
      }
    });
  const code = await new Promise<number>((resolve) => shell.once('close', (status) => resolve(status ?? 1)));
  clearTimeout(deadline);
  if (code !== 0 || left.length > 0) throw new Error(`${command} ended with ${code}, before ${left[0]?.at}: ${screen}`);
  return screen;
}

const placeOf = ({ at }: Turn, screen: string, from: number): number =>
  screen.toLowerCase().indexOf(at.toLowerCase().replace(/^cli /, ''), from);
