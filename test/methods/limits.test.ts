import { expect, test } from 'vitest';
import { z } from 'zod';
import { settings as ofIam } from '../../src/methods/iam-user/grants.ts';
import { settings as ofCenter } from '../../src/methods/identity-center/grants.ts';

// What a profile may give, at the limit of its method, one below it and one above.

const names = (count: number) => Array.from({ length: count }, (_, i) => `group-${i}`);
const policies = (count: number) => names(count).map((name) => `arn:aws:iam::111122223333:policy/${name}`);
const sets = (count: number) =>
  names(count).map((_, i) => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${String(i).padStart(16, '0')}`);
const named = (length: number) => ['x'.repeat(length)];

const iam = z.object(ofIam);
const center = z.object(ofCenter);

test.each<[what: string, schema: z.ZodType, grantsOf: (count: number) => object, most: number, least: number]>([
  ['groups of IAM', iam, (count) => ({ groups: names(count) }), 10, 0],
  ['policies', iam, (count) => ({ policyArns: policies(count) }), 10, 0],
  ['characters in the name of a group of IAM', iam, (count) => ({ groups: named(count) }), 128, 1],
  ['groups of Identity Center', center, (count) => ({ groups: names(count) }), 10, 0],
  ['permission sets', center, (count) => ({ permissionSets: sets(count) }), 3, 0],
  ['characters in the name of a group of Identity Center', center, (count) => ({ groups: named(count) }), 1024, 1],
])('%s: as many as there may be, and no more', (_what, schema, grantsOf, most, least) => {
  const isTaken = (count: number) => schema.safeParse(grantsOf(count)).success;
  expect([least, most - 1, most, most + 1].map(isTaken)).toEqual([true, true, true, false]);
  if (least > 0) expect(isTaken(least - 1)).toBe(false);
});
