import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { objectsOf } from '../../src/policy/published.ts';
import { readPolicyFile } from '../../src/policy/read.ts';
import type { CenterSettings } from '../identity-center/settings.ts';
import type { Language } from './organization.ts';

/** The policy of the sandbox's organization. */
export const policyOfKumoworks = new URL('../onboarding.yaml', import.meta.url).pathname;

const profiles = z.object({ profiles: z.array(z.object({ id: z.string() })) });

/** What an organization says of its own profiles is in its own language. */
const descriptions: Record<Language, Record<string, string>> = {
  en: {},
  ja: {
    developer: 'コンソールは閲覧のみ。デプロイは CI から',
    auditor: 'すべて閲覧できますが、変更はできません',
    experimenter: 'サンドボックスのアカウントに限り、自由に使えます',
    'cloud-developer': 'AWS アクセスポータルから、開発とデプロイができます',
    'cloud-viewer': 'AWS アクセスポータルから、すべて閲覧できます',
    engineering: 'エンジニアのグループ。グループに割り当てられたアカウントを使えます',
  },
};

/** How the policy of another organization differs: its language, and where its people come from. */
export type Otherwise = { language?: Language | undefined; users?: CenterSettings['users'] | undefined };

/** Writes the policy of one file into another, as an organization would have it that is otherwise. */
export function writePolicyOf({ language, users }: Otherwise, from: string, to: string): void {
  const policy = parseDocument(readFileSync(from, 'utf8'));
  if (users) policy.setIn(['identityCenter', 'users'], users);
  if (language) policy.setIn(['approvals', 'language'], language);
  for (const [place, { id }] of profiles.parse(policy.toJS()).profiles.entries()) {
    const description = language && descriptions[language][id];
    if (description !== undefined) policy.setIn(['profiles', place, 'description'], description);
  }
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
