import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, inject } from 'vitest';
import { needs } from '../needs.ts';
import { toldMissing } from '../tools.ts';
import { findAwsCli2 } from './binary.ts';

/** These tests need the real AWS CLI 2. Where CI could not get it they fail: what people are given is not worth much untried. */
export function needsAwsCli2(): void {
  const isMissing = inject('missingTools').includes('aws-cli-2');
  if (!process.env.CI) return void needs('aws-cli-2');
  beforeAll(() => {
    if (isMissing) throw new Error(toldMissing('aws-cli-2'));
  });
}

/** Every command takes the CLI some seconds, on a machine that has other things to do many of them. */
export const patience = { timeout: 120_000 };

export type Shell = Awaited<ReturnType<typeof openShell>>;
export type Ran = { code: number; stdout: string; stderr: string };

/** Somebody's terminal on a laptop where nothing of AWS is set up yet, told to speak to the sandbox as `docs/cli.md` says. */
export async function openShell(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-shell-'));
  symlinkSync(findAwsCli2() ?? '', join(folder, 'aws'));
  const PATH = `${folder}:/usr/local/bin:/usr/bin:/bin`;
  const bare = { PATH, HOME: folder, BOARDING_PASS_HOME: join(folder, 'home'), LANG: 'C.UTF-8' };
  const { stdout: told, stderr: trouble } = await promisify(execFile)('bash', ['-c', `${evaluated(url)}; env -0`], {
    env: bare,
  });
  if (trouble) throw new Error(trouble);
  const variables = told.split('\0').flatMap((line) => [/^(\w+)=(.*)$/s.exec(line)?.slice(1, 3) ?? []]);
  // As the function `aws` of that shell does it.
  const environment: Record<string, string> = { ...Object.fromEntries(variables), HOME: bare.BOARDING_PASS_HOME };
  const options = { env: environment, cwd: folder };

  const run = (command: string): Promise<Ran> =>
    new Promise((resolve) => {
      execFile('bash', ['-c', command], options, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      });
    });

  return {
    options,
    run,
    close: () => rmSync(folder, { recursive: true, force: true }),

    /** Pastes a block below what is there, as people do. */
    paste: (block: string): Promise<Ran> => run(`cat >> "$AWS_CONFIG_FILE" <<'BLOCK'\n${block}\nBLOCK`),

    config: (): string => readFileSync(environment.AWS_CONFIG_FILE ?? '', 'utf8'),

    /** Reads the answer of a command that has to succeed. */
    async json<T>(command: string): Promise<T> {
      const { code, stdout, stderr } = await run(command);
      if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout) as T;
    },

    /** Signs in by the code that the CLI shows, which `confirm` takes to the portal by the link that stands below it. */
    async logIn(logIn: string, confirm: (link: string) => Promise<unknown>): Promise<Ran> {
      const command = spawn('bash', ['-c', `${logIn} --no-browser`], options);
      const said = { stdout: '', stderr: '' };
      let confirmed: Promise<unknown> | undefined;
      for (const name of ['stdout', 'stderr'] as const)
        command[name].setEncoding('utf8').on('data', (text: string) => {
          said[name] += text;
          const link = /\S+user_code=\S+(?=\n)/.exec(said.stdout)?.[0];
          if (link) confirmed ??= confirm(link).catch((err) => command.kill() && Promise.reject(err));
        });
      const code = await new Promise<number>((resolve) => command.once('close', (status) => resolve(status ?? 1)));
      await confirmed;
      return { code, ...said };
    },
  };
}

const evaluated = (url: string): string => `eval "$(curl -s ${url}/terminal)" > /dev/null`;
