import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const check = (file: string) => spawnSync(process.execPath, ['src/check-policy.ts', file], { encoding: 'utf8' });

test('a policy file in order is told so, with what the member accounts have to allow for it', () => {
  const { status, stdout } = check('sandbox/onboarding.yaml');
  expect(status).toBe(0);
  expect(stdout).toContain('Profiles: developer, auditor, ');
  expect(stdout).toContain('AllowedGroupArns=arn:aws:iam::*:group/Developers,arn:aws:iam::*:group/ReadOnly');
  expect(stdout).toContain('AllowedPolicyArns=arn:aws:iam::aws:policy/IAMUserChangePassword\n');
});

test('every mistake is told with its line, and the command fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'onboarding.yaml');
  writeFileSync(file, 'approvals: { chanel: C0APPROVE }\nprofiles: []\n');
  const { status, stderr } = check(file);
  expect(status).toBe(1);
  expect(stderr).toContain(`${file}:1: approvals.chanel: is not a setting`);
});
