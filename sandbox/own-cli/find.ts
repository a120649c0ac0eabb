import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where packages put it; before these on the PATH may stand an `aws` of version 1, which knows nothing of portals. */
const usual = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];

/** An AWS CLI of version 2, wherever it is. */
export function findAwsCli2(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usual];
  return [...new Set(folders.map((folder) => join(folder, 'aws')))]
    .filter((file) => existsSync(file))
    .find((file) => /^aws-cli\/2\./.test(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? ''));
}
