import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setupCommand } from '../identity-center/terminal/setup.ts';

export type Ran = { code: number; stdout: string; stderr: string };

/** A terminal in which somebody sets up what they were given, and tries it. */
export type OwnTerminal = {
  /** Pastes a block below what is there, as people do. */
  paste(block: string): Promise<Ran>;
  /** Signs in by the code that the CLI shows, which `confirm` takes to the portal by the link that stands below it. */
  logIn(command: string, confirm: (link: string) => Promise<unknown>): Promise<Ran>;
  run(command: string): Promise<Ran>;
  close(): void;
};

export type Shell = Awaited<ReturnType<typeof openShell>>;

/** A terminal on a laptop where nothing of AWS is set up yet, told to speak to the sandbox as `docs/cli.md` says. */
export async function openShell(url: string, awsCli: string) {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-shell-'));
  symlinkSync(awsCli, join(folder, 'aws'));
  const PATH = `${folder}:/usr/local/bin:/usr/bin:/bin`;
  const bare = { PATH, HOME: folder, BOARDING_PASS_HOME: join(folder, 'home'), LANG: 'C.UTF-8' };
  const told = await promisify(execFile)('bash', ['-c', `${setupCommand(url)} > /dev/null; env -0`], { env: bare });
  if (told.stderr) throw new Error(told.stderr);
  const variables = told.stdout.split('\0').flatMap((line) => [/^(\w+)=(.*)$/s.exec(line)?.slice(1, 3) ?? []]);
  // As the function `aws` of that shell does it.
  const environment: Record<string, string> = { ...Object.fromEntries(variables), HOME: bare.BOARDING_PASS_HOME };
  const options = { env: environment, cwd: folder };

  const run = (command: string): Promise<Ran> =>
    new Promise((resolve) => {
      execFile('bash', ['-c', command], options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      });
    });

  /** A sign-in by a code, which since 2.22 has to be asked for. */
  async function byCode(command: string): Promise<string> {
    const [, minor = '0'] = /^aws-cli\/2\.(\d+)/.exec((await run('aws --version')).stdout) ?? [];
    return Number(minor) >= 22 ? `${command} --use-device-code` : command;
  }

  return {
    options,
    run,
    byCode,
    paste: (block: string) => run(`cat >> "$AWS_CONFIG_FILE" <<'BLOCK'\n${block}\nBLOCK`),
    close: () => rmSync(folder, { recursive: true, force: true }),

    config: (): string => readFileSync(environment.AWS_CONFIG_FILE ?? '', 'utf8'),

    /** Reads the answer of a command that has to succeed. */
    async json<T>(command: string): Promise<T> {
      const { code, stdout, stderr } = await run(command);
      if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout) as T;
    },

    async logIn(command: string, confirm: (link: string) => Promise<unknown>): Promise<Ran> {
      const logIn = spawn('bash', ['-c', await byCode(`${command} --no-browser`)], options);
      const said = { stdout: '', stderr: '' };
      let confirmed: Promise<unknown> | undefined;
      for (const name of ['stdout', 'stderr'] as const)
        logIn[name].setEncoding('utf8').on('data', (text: string) => {
          said[name] += text;
          const link = /\S+user_code=\S+(?=\n)/.exec(said.stdout)?.[0];
          if (link) confirmed ??= confirm(link).catch((err) => logIn.kill() && Promise.reject(err));
        });
      const code = await new Promise<number>((resolve) => logIn.once('close', (status) => resolve(status ?? 1)));
      await confirmed;
      return { code, ...said };
    },
  };
}
