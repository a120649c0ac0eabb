import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { objectsOf } from '../../src/policy/published.ts';
import { readPolicyFile } from '../../src/policy/read.ts';
import { accounts, home, resourceOf } from '../manifests/stacks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = join(root, 'sandbox/onboarding.yaml');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { policy: string } };

/** What `npm run policy` does, in a folder of its own. */
function inFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [, script = ''] = /^node (\S+)$/.exec(scripts.policy) ?? [];
  const published = join(folder, 'published');
  return {
    check: (...args: string[]) =>
      spawnSync(process.execPath, [join(root, script), ...args], { cwd: folder, encoding: 'utf8' }),
    write(name: string, text: string): string {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    names: () => readdirSync(folder),
    /** Every file that is there to be uploaded, by its key. */
    published: () =>
      new Map(
        readdirSync(published, { recursive: true, encoding: 'utf8' })
          .filter((name) => statSync(join(published, name)).isFile())
          .map((name) => [name, readFileSync(join(published, name), 'utf8')]),
      ),
  };
}

const profile = (id: string) => `  - { id: ${id}, name: N, description: D, method: iam-user, groups: [Developers] }\n`;
const policyWith = (...ids: string[]) =>
  `approvals: { channel: C0APPROVE, approvers: [S0PLATFORM] }\nprofiles:\n${ids.map(profile).join('')}`;

test('a policy file in order is told so, with what the member accounts have to allow for it', () => {
  const { check, names } = inFolder();
  const { status, stdout } = check(example);
  expect(status).toBe(0);
  expect(stdout).toContain('Profiles: developer, auditor, ');
  expect(stdout).toContain('AllowedGroupArns=arn:aws:iam::*:group/Developers,arn:aws:iam::*:group/ReadOnly');
  expect(stdout).toContain('AllowedPolicyArns=arn:aws:iam::aws:policy/IAMUserChangePassword\n');
  expect(names()).toEqual([]);
});

test('of Identity Center it tells the parameters of its stack, and the look-up of each group’s id', () => {
  const { check } = inFolder();
  const { stdout } = check(example);
  const instance = 'ssoins-1234567890abcdef';
  const sets = ['ps-2222bbbb2222bbbb', 'ps-1111aaaa1111aaaa'].map(
    (set) => `arn:aws:sso:::permissionSet/${instance}/${set}`,
  );
  expect(stdout).toContain(
    [
      'What identity-center.yaml has to allow for it, as its parameters:',
      `  InstanceArn=arn:aws:sso:::instance/${instance}`,
      '  IdentityStoreId=d-1234567890',
      `  PermissionSetArns=${sets.join(',')}`,
      '  GroupIds=what these commands answer, with commas between them:',
      '    aws identitystore get-group-id --region eu-west-1 --identity-store-id d-1234567890 ',
    ].join('\n'),
  );
  expect(stdout).toContain('"AttributeValue":"Engineering"');
});

test('a policy without Identity Center tells nothing of it', () => {
  const { check, write } = inFolder();
  const { status, stdout } = check(write('onboarding.yaml', policyWith('developer')));
  expect(status).toBe(0);
  expect(stdout).not.toContain('identity-center.yaml');
});

test('every mistake is told with its line, the command fails, and what was made before stays as it is', () => {
  const { check, write, published } = inFolder();
  check(example, '--publish');
  const before = published();
  const file = write('onboarding.yaml', 'approvals: { chanel: C0APPROVE }\nprofiles: []\n');
  const { status, stderr } = check(file, '--publish');
  expect(status).toBe(1);
  expect(stderr).toContain(`${file}:1: approvals.chanel: is not a setting`);
  expect(published()).toEqual(before);
});

test('what would make people stumble is told as a warning, and the command succeeds', () => {
  const { check, write } = inFolder();
  const file = write('onboarding.yaml', policyWith('developer').replace(', groups: [Developers]', ''));
  const { status, stdout } = check(file);
  expect(status).toBe(0);
  expect(stdout).toContain('Warning: the profile "developer" lets nobody change their own password');
});

test('an option that there is not is told, and the command fails', () => {
  const { status, stderr } = inFolder().check(example, '--publsh');
  expect(status).toBe(1);
  expect(stderr).toContain("Unknown option '--publsh'");
});

test('to publish writes the objects that the machines are to read, each under its key, and nothing else', () => {
  const { check, published, names } = inFolder();
  const { status } = check(example, '--publish');
  expect(status).toBe(0);
  expect(published()).toEqual(objectsOf(readPolicyFile(example).profiles));
  expect(names()).toEqual(['published']);
});

test('published twice every file is the same, byte for byte: a version is the hash of what is in it', () => {
  const { check, published } = inFolder();
  check(example, '--publish');
  const first = published();
  check(example, '--publish');
  expect(published()).toEqual(first);
});

test('how the file is laid out, and what only people read, makes no other version', () => {
  const { check, write, published } = inFolder();
  check(write('a.yaml', policyWith('developer')), '--publish');
  const first = published();
  const other = policyWith('developer').replace('name: N, description: D', 'description: E, name: M').concat('# end\n');
  check(write('b.yaml', other), '--publish');
  expect(published()).toEqual(first);
});

test('a profile that is there no more is not published again', () => {
  const { check, write, published } = inFolder();
  check(write('onboarding.yaml', policyWith('developer', 'auditor')), '--publish');
  check(write('onboarding.yaml', policyWith('auditor')), '--publish');
  expect([...published().keys()]).toEqual(['profiles/auditor.json']);
});

test('the command that it says uploads them into the bucket of the stack, and takes away what is there no more', () => {
  const { check, write } = inFolder();
  const { stdout } = check(write('onboarding.yaml', policyWith('developer')), '--publish');
  const [command = ''] = stdout.split('\n').filter((line) => line.includes('aws s3 sync'));
  const { ref } = resourceOf(home, 'ProfilesBucket');
  const bucket = ref.replace(accounts.home, '$ACCOUNT').replace('eu-west-1', '$REGION');
  expect(command.trim()).toBe(
    `aws s3 sync published/profiles "s3://${bucket}/profiles" --delete --content-type application/json`,
  );
});

test('what would be too large for a stack is told, with what to do', () => {
  const { check, write } = inFolder();
  const profiles = Array.from({ length: 20 }, (_, i) => {
    const groups = Array.from({ length: 10 }, (_, j) => `a-group-of-the-team-${i}-${j}`);
    return profile(`p${i}`).replace('[Developers]', `[${groups}]`);
  });
  const file = write(
    'large.yaml',
    `approvals: { channel: C0APPROVE, approvers: [S0PLATFORM] }\nprofiles:\n${profiles.join('')}`,
  );
  const { status, stdout } = check(file);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Too large for AWS: AllowedGroupArns of member-account\.yaml would have .*4,096: .*\.$/m);
  expect(check(example).stdout).not.toContain('Too large');
});
