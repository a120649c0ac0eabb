import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInContext, readStages } from './dockerfile.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** npm could not reach its registry: what would be in the image cannot be known here. */
export class NoRegistry extends Error {}

/**
 * Does what the Dockerfile says, stage by stage, each in a folder of its own; of what the base image brings there is nothing.
 * @returns the root of the image's file system
 * @throws NoRegistry
 */
export function layOut(folder: string): string {
  const roots = new Map<string, string>();
  let root = folder;
  for (const [i, { name, instructions }] of readStages().entries()) {
    root = join(folder, `stage-${i}`);
    roots.set(name ?? String(i), root);
    let workdir = '/';
    for (const { word, rest } of instructions) {
      if (word === 'WORKDIR') {
        workdir = resolve(workdir, rest);
        mkdirSync(join(root, workdir), { recursive: true });
      }
      if (word === 'COPY') copy(rest.split(' '), join(root, workdir), roots);
      if (word === 'RUN') run(rest, join(root, workdir));
    }
  }
  return root;
}

/** The sources of COPY end at its target: a folder by what is in it, a file under its own name where the target is a folder. */
function copy(words: string[], workdir: string, roots: Map<string, string>): void {
  const stage = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = words.pop() ?? '';
  for (const source of words) {
    if (stage === undefined && !isInContext(source)) throw new Error(`.dockerignore keeps ${source} out.`);
    const from = join((stage === undefined ? repository : roots.get(stage)) ?? '', source);
    const to = resolve(workdir, target, target.endsWith('/') ? basename(source) : '');
    if (stage === undefined) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    // Nobody looks into an earlier stage again, and to copy thousands of files takes its time.
    else renameSync(from, to);
  }
}

/** Runs a line of the Dockerfile with as little of this process's environment as it needs; npm’s cache is used first. */
function run(command: string, cwd: string): void {
  if (!command.startsWith('npm ci ')) throw new Error(`This runs npm ci alone, not: ${command}`);
  const ours = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_(cache|registry))|^NODE_ENV$/.test(name),
  );
  const { status, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    env: { ...Object.fromEntries(ours), npm_config_prefer_offline: 'true' },
    encoding: 'utf8',
  });
  if (status === 0) return;
  const failure = `"${command}" failed:\n${stderr}`;
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(stderr);
  throw isOffline ? new NoRegistry(failure) : new Error(failure);
}
