import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { methodOf, methods } from '../methods/index.ts';
import type { Mistake, Settings } from '../methods/method.ts';
import type { Profile } from '../onboarding/profile.ts';
import { StartupError } from '../watch/startup-error.ts';
import { mistake, mistakesOf } from './mistakes.ts';
import { arnsOfOthers } from './partition.ts';
import { policySchema } from './schema.ts';

/** Who may do what: `onboarding.yaml`, validated. */
export type Policy = {
  approvals: { channel: string; language: string; expireAfterSeconds: number };
  profiles: Profile[];
};

/**
 * @param partition of AWS, such as `aws` or `aws-cn`, where it is known
 * @throws StartupError when the file cannot be read, or for its mistakes
 */
export function readPolicyFile(path: string, partition?: string): Policy {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (err) {
    throw new StartupError(
      `The policy file cannot be read: ${(err as Error).message}. Write one (see README.md) or set POLICY_FILE.`,
    );
  }
  return readPolicy(text, path, partition);
}

/**
 * Reads the policy file.
 * @throws StartupError that names every mistake at once, with its line and what to write instead.
 */
export function readPolicy(text: string, fileName = 'onboarding.yaml', partition?: string): Policy {
  const { document, lineOf, isThere } = parseYaml(text);
  const complain = (mistakes: { line: number; text: string }[]): never => {
    const sorted = mistakes.toSorted((a, b) => a.line - b.line).map(({ line, text }) => `${fileName}:${line}: ${text}`);
    throw new StartupError(
      `${sorted.length === 1 ? 'A mistake' : `${sorted.length} mistakes`} in the policy file:`,
      sorted,
    );
  };
  const located = ({ path, text }: Mistake) => ({ line: lineOf(path), text });

  if (document.errors.length > 0) {
    complain(
      document.errors.map((err) => ({
        line: err.linePos?.[0].line ?? 1,
        text: err.message.split('\n')[0] ?? err.message,
      })),
    );
  }
  const { policy: readable, strange } = withKnownMethods(document.toJS());
  const parsed = policySchema.safeParse(readable);
  if (!parsed.success || strange.length > 0) {
    const found = (parsed.error?.issues ?? []).flatMap((issue) => mistakesOf(issue, isThere));
    const methodless = strange.map((path) => mistake(path, `must be ${Object.keys(methods).join(' or ')}`, isThere));
    return complain([...found, ...methodless].map(located));
  }

  const { approvals, profiles } = parsed.data;
  const sections = parsed.data as Record<string, unknown>;
  const mistakes = [
    ...profiles.flatMap((_, i) => mistakesIn(profiles, i, approvals.approvers, sections)),
    ...(partition === undefined ? [] : arnsOfOthers(parsed.data, partition)),
  ];
  if (mistakes.length > 0) complain(mistakes.map(located));

  return {
    approvals: { channel: approvals.channel, language: approvals.language, expireAfterSeconds: approvals.expireAfter },
    profiles: profiles.map((entry) => readProfile(entry, approvals.approvers, sections)),
  };
}

/** YAML, with the line of each place in it; of one that is not there the line of what it would be in. */
function parseYaml(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const isThere = (path: PropertyKey[]) => path.length === 0 || document.hasIn(path);
  return { document, lineOf, isThere };
}

/** What is wrong in a profile that has the right form. */
function mistakesIn(profiles: Entry[], i: number, approvers: string[], sections: Record<string, unknown>): Mistake[] {
  const entry = profiles[i] as Entry;
  const isTwice = profiles.findIndex(({ id }) => id === entry.id) < i;
  const hasNoApprover = entry.approvers === undefined && approvers.length === 0;
  return [
    ...(isTwice
      ? [
          {
            path: ['profiles', i, 'id'],
            text: `profiles.${i}.id: "${entry.id}" is used twice; give each profile its own id`,
          },
        ]
      : []),
    ...(hasNoApprover
      ? [
          {
            path: ['profiles', i],
            text: `profiles.${i}: nobody could approve "${entry.id}"; name approvers here or in approvals.approvers`,
          },
        ]
      : []),
    ...mistakesOfMethod(entry, sections).map(({ path, text }) => ({
      path: path[0] !== undefined && Object.hasOwn(entry, path[0]) ? ['profiles', i, ...path] : ['profiles', i],
      text: `${['profiles', i, ...path].join('.')}: ${text}`,
    })),
  ];
}

type Entry = z.output<typeof policySchema>['profiles'][number];

/** What the policy file tells a profile's method; `undefined` where it tells nothing. */
function sectionOf(entry: Entry, sections: Record<string, unknown>): Settings | undefined {
  const { section } = methodOf(entry);
  return section && (sections[section.name] as Settings | undefined);
}

/** What a method finds wrong in a profile of its own. */
function mistakesOfMethod(entry: Entry, sections: Record<string, unknown>): Mistake[] {
  const { section, mistakes } = methodOf(entry);
  const told = sectionOf(entry, sections);
  if (section && !told) return [{ path: ['method'], text: `needs the section ${section.name} in this file` }];
  return mistakes?.(entry, told ?? {}) ?? [];
}

/** What is not its method's own becomes the profile; what is, becomes what it grants. */
function readProfile(entry: Entry, approvers: string[], sections: Record<string, unknown>): Profile {
  const { id, name, description, method, accounts, requesters, userName, emailDomains, guests } = entry;
  const { approvers: own, claimWithin } = entry;
  const granted = Object.keys(methodOf(entry).settings);
  const grants = Object.fromEntries(Object.entries(entry).filter(([key]) => granted.includes(key)));
  return {
    id,
    name,
    description,
    method,
    grants,
    settings: sectionOf(entry, sections) ?? {},
    accounts: { only: accounts.only, ous: accounts.ous, except: accounts.except },
    requesters,
    approvers: own ?? approvers,
    userName,
    emailDomains,
    guests,
    claimWithinSeconds: claimWithin,
  };
}

/** What will make people stumble though it is no mistake, each with its profile and its remedy. */
export const warningsOf = ({ profiles }: Policy): string[] =>
  profiles.flatMap((profile) =>
    methodOf(profile)
      .warnings(profile.grants)
      .map((warning) => `the profile "${profile.id}" ${warning}`),
  );

/**
 * A profile whose method is none is read as if it had the first one: so that its other mistakes are told, too.
 * @returns the places of the methods that are none
 */
function withKnownMethods(policy: unknown): { policy: unknown; strange: PropertyKey[][] } {
  const { data } = z.looseObject({ profiles: z.array(z.looseObject({})) }).safeParse(policy);
  if (!data) return { policy, strange: [] };
  const isKnown = ({ method }: Record<string, unknown>) => typeof method === 'string' && Object.hasOwn(methods, method);
  const [method] = Object.keys(methods);
  return {
    policy: {
      ...data,
      profiles: data.profiles.map((profile) => (isKnown(profile) ? profile : { ...profile, method })),
    },
    strange: data.profiles.flatMap((profile, i) => (isKnown(profile) ? [] : [['profiles', i, 'method']])),
  };
}
