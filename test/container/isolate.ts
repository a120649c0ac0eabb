import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Image } from './dockerfile.ts';

/** Whether this machine lets us do what a container engine does. */
export const canIsolate =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'setpriv', '--version']).status === 0;

/** Folders of this machine that stand for the base image's. */
const BASE = ['usr', 'bin', 'sbin', 'lib', 'lib64'];
/** What it takes to find localhost. */
const NAMES = ['hosts', 'resolv.conf', 'nsswitch.conf'];
const NODE = 'opt/node/node';

/**
 * In namespaces of its own: mounts all of the file system for reading alone, gives up root, and becomes the command. What
 * `--kill-child` arranged is lost with root, so that --pdeathsig arranges it again.
 */
const SCRIPT = `set -e
root=$1 node=$2 user=$3 group=$4 workdir=$5; shift 5
mount --bind "$root" "$root"
cd "$root"
for folder in ${BASE.join(' ')}; do
  [ -h $folder ] || [ ! -d $folder ] || { mount --bind /$folder $folder; mount -o remount,bind,ro $folder; }
done
mount --bind "$node" ${NODE}
mount -o remount,bind,ro ${NODE}
mount --bind /dev dev
mount -t proc proc proc
mount -o remount,bind,ro "$root"
exec chroot "$root" setpriv --reuid=$user --regid=$group --clear-groups --no-new-privs --bounding-set=-all \\
  --pdeathsig KILL env --chdir="$workdir" "$@"`;

/** The rest of a file system around what the image holds: places to mount the base image, Node and the kernel's files. */
export function furnish(root: string): void {
  for (const folder of BASE) {
    const here = `/${folder}`;
    if (!existsSync(here)) continue;
    if (lstatSync(here).isSymbolicLink()) symlinkSync(readlinkSync(here), join(root, folder));
    else mkdirSync(join(root, folder));
  }
  for (const folder of ['dev', 'proc', 'tmp', 'etc', 'opt/node']) mkdirSync(join(root, folder), { recursive: true });
  for (const name of NAMES.filter((each) => existsSync(`/etc/${each}`)))
    cpSync(`/etc/${name}`, join(root, 'etc', name), { dereference: true });
  // The AWS SDK asks for the home of whoever runs it: https://github.com/nodejs/docker-node makes this user.
  writeFileSync(join(root, 'etc/passwd'), 'node:x:1000:1000::/home/node:/bin/bash\n');
  writeFileSync(join(root, NODE), '');
}

/** How to run a command in the furnished image as a container: read-only, as the image's user, alone and as the first process. */
export function isolated(root: string, { user, group, workdir }: Image, command: string[]): [string, ...string[]] {
  const [program = '', ...args] = command;
  const own = [program === 'node' ? `/${NODE}` : program, ...args];
  const options = ['--mount', '--pid', '--fork', '--kill-child'];
  const settings = [root, process.execPath, user, group, workdir].map(String);
  return ['unshare', ...options, 'sh', '-c', SCRIPT, 'sh', ...settings, ...own];
}

/** How to run it where that cannot be done: the same files and the same command, and no more. */
export function plain(root: string, { workdir }: Image, command: string[]): [string, ...string[]] {
  const [program = '', ...args] = command;
  const own = [program === 'node' ? process.execPath : program, ...args];
  return ['sh', '-c', 'cd "$0" && exec "$@"', join(root, workdir), ...own];
}

/** The process that became the command: of an isolated one the child that `unshare` made. */
export function processIdOf(pid: number): number {
  if (!canIsolate) return pid;
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
}
