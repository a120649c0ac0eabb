import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { Language } from './organization.ts';

/** The policy of the sandbox's organization. */
export const policyOfKumoworks = new URL('onboarding.yaml', import.meta.url).pathname;

/** Writes the policy of one file into another, with another language for the approvals channel. */
export function writePolicyIn(language: Language, from: string, to: string): void {
  const policy = parseDocument(readFileSync(from, 'utf8'));
  policy.setIn(['approvals', 'language'], language);
  writeFileSync(to, policy.toString({ lineWidth: 0 }));
}
