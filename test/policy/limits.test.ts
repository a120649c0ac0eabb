import { expect, test } from 'vitest';
import { readPolicy } from '../../src/policy/read.ts';

// What the policy file takes, at each limit, one below it and one above.

type Changes = {
  approvals?: string;
  profile?: string;
  id?: string;
  name?: string;
  description?: string;
  profiles?: number;
};

function policyOf({
  approvals = '',
  profile = '',
  id = 'developer',
  name = 'Developer',
  description = 'Reads',
  profiles = 1,
}: Changes) {
  const entry = (each: string) =>
    `  - { id: ${each}, name: "${name}", description: "${description}", method: iam-user${profile && `, ${profile}`} }\n`;
  const more = Array.from({ length: profiles - 1 }, (_, i) => entry(`p${i}`));
  return `approvals: { channel: C0APPROVE, approvers: [S0PLATFORM]${approvals && `, ${approvals}`} }\nprofiles:\n${[entry(id), ...more].join('')}`;
}

test.each<[what: string, change: (count: number) => Changes, most: number, least: number]>([
  ['days to decide', (count) => ({ approvals: `expireAfter: ${count}d` }), 14, 1],
  ['hours to decide', (count) => ({ approvals: `expireAfter: ${count}h` }), 336, 1],
  ['minutes to decide', (count) => ({ approvals: `expireAfter: ${count}m` }), 20_160, 1],
  ['seconds to decide', (count) => ({ approvals: `expireAfter: ${count}s` }), 1_209_600, 1],
  ['days to fetch a password', (count) => ({ profile: `claimWithin: ${count}d` }), 90, 1],
  ['characters of an id', (count) => ({ id: 'x'.repeat(count) }), 63, 1],
  ['characters of a name', (count) => ({ name: 'x'.repeat(count) }), 75, 1],
  ['characters of a description', (count) => ({ description: 'x'.repeat(count) }), 75, 1],
  ['profiles', (count) => ({ profiles: count }), 100, 1],
])('%s: as many as there may be, and no more', (_what, change, most, least) => {
  const isTaken = (count: number) => {
    try {
      readPolicy(policyOf(change(count)));
      return true;
    } catch {
      return false;
    }
  };
  expect([least, most - 1, most, most + 1].map(isTaken)).toEqual([true, true, true, false]);
  if (least > 0 && most !== 100) expect(isTaken(least - 1)).toBe(false);
});

test.each([
  ['1s', 1],
  ['90s', 90],
  ['30m', 1_800],
  ['72h', 259_200],
  ['7d', 604_800],
])('%s are so many seconds', (text, seconds) => {
  expect(readPolicy(policyOf({ approvals: `expireAfter: ${text}` })).approvals.expireAfterSeconds).toBe(seconds);
});

test.each<[what: string, entry: string, isTaken: boolean]>([
  ['a user group', 'S0PLATFORM', true],
  ['a user', 'U0KEN', true],
  ['a user of Enterprise Grid', 'W0KEN', true],
  ['the shortest id', 'U12', true],
  ['less than that', 'U1', false],
  ['a channel', 'C0APPROVE', false],
  ['an id in small letters', 'u0ken', false],
  ['an address', 'ken@kumoworks.example', true],
  ['what is none', 'ken@kumoworks', false],
])('%s, %s, as an approver among others: %s', (_what, entry, isTaken) => {
  const read = () => readPolicy(policyOf({ profile: `approvers: [S0PLATFORM, "${entry}"]` }));
  if (isTaken) expect(read().profiles[0]?.approvers).toContain(entry);
  else expect(read).toThrow(/approvers\.1: must be a Slack user group/);
});

test.each<[what: string, accounts: string, isTaken: boolean]>([
  ['two units', 'ous: [ou-abcd-11111111, ou-abcd-22222222]', true],
  ['the root', 'ous: [r-abcd]', true],
  ['a unit of too few characters', 'ous: [ou-abc-11111111]', false],
  ['a unit of too few characters behind', 'ous: [ou-abcd-1111111]', false],
  ['units and exceptions', 'ous: [ou-abcd-11111111], except: ["111122223333"]', true],
  ['no unit', 'ous: []', false],
  ['two accounts', 'only: ["111122223333", "222233334444"]', true],
  ['an account of 11 digits', 'only: ["11112222333"]', false],
  ['an account of 13 digits', 'only: ["1111222233334"]', false],
  ['accounts and a unit', 'only: ["111122223333"], ous: [ou-abcd-11111111]', false],
  ['accounts and an exception', 'only: ["111122223333"], except: ["222233334444"]', false],
])('accounts by %s: %s', (_what, accounts, isTaken) => {
  const read = () => readPolicy(policyOf({ profile: `accounts: { ${accounts} }` }));
  if (isTaken) expect(read).not.toThrow();
  else expect(read).toThrow(/profiles\.0\.accounts/);
});
