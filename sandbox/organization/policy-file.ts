import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { objectsOf } from '../../src/policy/published.ts';
import { readPolicyFile } from '../../src/policy/read.ts';
import type { CenterSettings } from '../identity-center/settings.ts';
import type { Language } from './organization.ts';

/** The policy of the sandbox's organization. */
export const policyOfKumoworks = new URL('../onboarding.yaml', import.meta.url).pathname;

/** How the policy of another organization differs: its language, and where its people come from. */
export type Otherwise = { language?: Language | undefined; users?: CenterSettings['users'] | undefined };

/** Writes the policy of one file into another, as an organization would have it that is otherwise. */
export function writePolicyOf({ language, users }: Otherwise, from: string, to: string): void {
  const policy = parseDocument(readFileSync(from, 'utf8'));
  if (users) policy.setIn(['identityCenter', 'users'], users);
  if (language) policy.setIn(['approvals', 'language'], language);
  writeFileSync(to, policy.toString({ lineWidth: 0 }));
}

/** What the machines are to read of a policy; of one that cannot be read nothing: that the bot tells, when it starts. */
export function profileObjectsOf(policyFile: string): Map<string, string> {
  try {
    return objectsOf(readPolicyFile(policyFile).profiles);
  } catch {
    return new Map();
  }
}
