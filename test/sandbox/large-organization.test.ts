import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';

const large = enlarged(kumoworks, { accounts: 10_000, people: 2_000 });
const unitIds = new Set(large.units.map(({ id }) => id));
const depthOf = (id: string): number => {
  const unit = large.units.find((candidate) => candidate.id === id);
  return unit ? 1 + depthOf(unit.parent) : 0;
};

test('it has as many accounts and people as wanted, and the ones that are always there come first, unchanged', () => {
  expect(large.accounts).toHaveLength(10_000);
  expect(large.people).toHaveLength(2_000);
  expect(large.accounts.slice(0, kumoworks.accounts.length)).toEqual(kumoworks.accounts);
  expect(large.people.slice(0, kumoworks.people.length)).toEqual(kumoworks.people);
});

test('without numbers it stays as it is', () => {
  expect(enlarged(kumoworks, {})).toEqual(kumoworks);
});

test('the same numbers give the same organization', () => {
  expect(enlarged(kumoworks, { accounts: 10_000, people: 2_000 })).toEqual(large);
});

test('a larger one only adds to a smaller one', () => {
  const smaller = enlarged(kumoworks, { accounts: 500, people: 100 });
  expect(large.accounts.slice(0, 500)).toEqual(smaller.accounts);
  expect(large.people.slice(0, 100)).toEqual(smaller.people);
});

test('ids, names, handles and addresses are nobody else’s', () => {
  const { accounts, people, units } = large;
  for (const all of [
    accounts.map(({ id }) => id),
    accounts.map(({ name }) => name),
    accounts.flatMap(({ alias }) => alias ?? []),
    people.map(({ id }) => id),
    people.map(({ name }) => name),
    people.map(({ email }) => email.toLowerCase()),
    units.map(({ id }) => id),
  ])
    expect(new Set(all).size).toBe(all.length);
});

test('accounts look as AWS would let them: 12 digits, an alias it takes, a unit that exists, up to three levels deep', () => {
  for (const { id, alias = 'alias', parent, name } of large.accounts) {
    expect(id).toMatch(/^\d{12}$/);
    expect(alias).toMatch(/^[a-z0-9](-?[a-z0-9]){2,62}$/);
    expect(name.length).toBeLessThanOrEqual(50);
    expect(parent === large.root || unitIds.has(parent)).toBe(true);
  }
  expect(Math.max(...large.accounts.map(({ parent }) => depthOf(parent)))).toBe(3);
  for (const { id } of large.units) expect(id).toMatch(/^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/);
});

test('some accounts are suspended, some are strict about passwords, most are neither', () => {
  const count = (is: (account: (typeof large.accounts)[number]) => boolean) => large.accounts.filter(is).length;
  expect(count(({ state }) => state === 'SUSPENDED')).toBeGreaterThan(100);
  expect(count(({ passwordPolicy }) => passwordPolicy !== undefined)).toBeGreaterThan(100);
  expect(count(({ state, passwordPolicy }) => state === 'ACTIVE' && !passwordPolicy)).toBeGreaterThan(9_000);
});

test('people have the names that people have: long, in other scripts, from right to left, with emoji', () => {
  const names = large.people.map(({ realName }) => realName);
  expect(Math.max(...names.map((name) => name.length))).toBe(250);
  for (const script of [
    /\p{Script=Han}/u,
    /\p{Script=Hangul}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Hebrew}/u,
    /\p{Emoji_Presentation}/u,
  ])
    expect(names.filter((name) => script.test(name)).length).toBeGreaterThan(0);
  for (const { name, email } of large.people.slice(kumoworks.people.length)) {
    expect(name).toMatch(/^[a-z0-9.]+$/);
    expect(email).toBe(`${name}@kumoworks.example`);
    expect(email.length).toBeLessThanOrEqual(64); // it becomes the name of an IAM user
  }
  expect(new Set(large.people.map(({ locale }) => locale)).size).toBeGreaterThan(5);
  expect(large.people.filter(({ guest }) => guest).length).toBeLessThan(200);
  expect(large.people.filter(({ deleted }) => deleted).length).toBeLessThan(200);
});

const main = new URL('../../sandbox/main.ts', import.meta.url).pathname;

test.each([
  [['--accounts', '0'], '--accounts takes a number from 12 (those are always there) to 50000, not 0.'],
  [['--accounts', '11'], 'not 11.'],
  [['--accounts=-3'], 'not -3.'],
  [['--accounts', '1e4'], 'not 1e4.'],
  [['--people', 'many'], '--people takes a number from 11 (those are always there) to 50000, not many.'],
  [['--people', ''], 'not .'],
  [['--people'], "'--people <value>' argument missing"],
  [['--language', 'fr'], '--language takes en or ja, not fr.'],
  [['--only', 'slack', '--accounts', '99'], 'leave --only slack out'],
  [['--only', 'aws', '--people', '99'], 'leave --only aws out'],
  [['--only', 'aws', '--language', 'ja'], 'leave --only aws out'],
])('%j is refused in words', (args, says) => {
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  expect(stderr).toContain(says);
  expect(stderr).toContain('Usage:');
  expect(status).toBe(2);
});
