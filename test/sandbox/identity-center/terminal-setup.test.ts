import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { setupCommand } from '../../../sandbox/identity-center/terminal/setup.ts';
import { startAws } from '../aws/world.ts';

/** Shells that are here: what is evaluated is for people's own. */
const shells = ['bash', 'zsh'].filter((shell) => spawnSync(shell, ['-c', 'curl --version']).status === 0);

/** Somebody's laptop, with an `aws` that only says its version, where it is at home, and what it would open a page with. */
async function startLaptop(version: string) {
  const { url } = await startAws();
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-laptop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = join(folder, "Ken's home");
  mkdirSync(join(home, '.aws'), { recursive: true });
  writeFileSync(join(home, '.aws', 'config'), '[profile work]\n');
  const says = `#!/bin/sh\ncase "$1" in --version) echo "${version}" ;; *) echo "$HOME $AWS_CONFIG_FILE $BROWSER" ;; esac\n`;
  writeFileSync(join(folder, 'aws'), says);
  writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\n');
  for (const file of ['aws', 'xdg-open']) chmodSync(join(folder, file), 0o755);
  const env = {
    PATH: `${folder}:/usr/bin:/bin`,
    HOME: home,
    AWS_PROFILE: 'work',
    AWS_ACCESS_KEY_ID: 'AKIAREAL',
    TMPDIR: folder,
  };
  return {
    url,
    home,
    folder,
    type: async (shell: string, command: string) =>
      (await promisify(execFile)(shell, ['-c', `${setupCommand(url)}\n${command}`], { env })).stdout.trim().split('\n'),
  };
}

test.each(shells)(
  'in %s a shell speaks to the sandbox, and whatever somebody has of AWS stays as it is',
  async (shell) => {
    const { url, home, folder, type } = await startLaptop('aws-cli/2.27.1 Python/3.13.2 Linux/6.1');
    const [said, ran, ...variables] = await type(shell, 'aws s3 ls; env | grep ^AWS_ | sort');
    const mine = said?.split(' ').at(-1) ?? '';
    expect(said).toBe(`This shell speaks to the sandbox. Your settings go into ${mine}`);
    expect(mine.startsWith(folder) && !mine.startsWith(home)).toBe(true);
    const opens = `sh -c 'HOME="$BOARDING_PASS_OWN_HOME" exec ${folder}/xdg-open "$0"' %s &`;
    expect(ran).toBe(`${mine.replace('/.aws/config', '')} ${mine} ${opens}`);
    expect(variables).toEqual([
      `AWS_CONFIG_FILE=${mine}`,
      'AWS_EC2_METADATA_DISABLED=true',
      `AWS_ENDPOINT_URL=${url}`,
      `AWS_ENDPOINT_URL_S3=${url}`,
      `AWS_ENDPOINT_URL_SSO=${url}`,
      `AWS_ENDPOINT_URL_SSO_OIDC=${url}`,
      `AWS_ENDPOINT_URL_STS=${url}`,
      'AWS_PAGER=',
      `AWS_SHARED_CREDENTIALS_FILE=${mine.replace('config', 'credentials')}`,
    ]);
    expect(readFileSync(join(home, '.aws', 'config'), 'utf8')).toBe('[profile work]\n');
  },
);

test.each([
  ['aws-cli/2.12.7 Python/3.11', true],
  ['aws-cli/2.9.19 Python/3.11', true],
  ['aws-cli/2.13.0 Python/3.11', false],
  ['aws-cli/2.36.7 Python/3.13', false],
])('%s is told by endpoint rules of its own: %s', async (version, isTold) => {
  const { url, type } = await startLaptop(version);
  const [, rules] = await type(
    'bash',
    'cat "$AWS_DATA_PATH/s3/2006-03-01/endpoint-rule-set-1.json" 2> /dev/null || true',
  );
  expect(rules?.includes(url) ?? false).toBe(isTold);
});

test.each([
  ['aws-cli/1.45.11 Python/3.11', 'There is no AWS CLI of version 2 here: https://docs.aws.amazon.com/cli/'],
  ['aws-cli/2.8.13 Python/3.9', 'This AWS CLI is too old: profiles with an sso-session need 2.9.'],
  ['aws: command not found', 'There is no AWS CLI of version 2 here: https://docs.aws.amazon.com/cli/'],
])('with %s it says what is missing', async (version, told) => {
  const { type } = await startLaptop(version);
  expect((await type('bash', ''))[0]).toContain(told);
});
