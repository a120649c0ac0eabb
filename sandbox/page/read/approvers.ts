import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const approvers = z.array(z.string()).default([]);
const policy = z.object({
  approvals: z.object({ approvers }),
  profiles: z.array(z.object({ approvers })),
});

/** Whom the policy names as approvers of anything: ids of people and groups, and addresses in lower case. The bot has checked the file. */
export function readApprovers(policyFile: string): ReadonlySet<string> {
  const { approvals, profiles } = policy.parse(parse(readFileSync(policyFile, 'utf8')));
  const named = [approvals, ...profiles].flatMap((part) => part.approvers);
  return new Set(named.map((name) => (name.includes('@') ? name.toLowerCase() : name)));
}
