import { expect, test } from 'vitest';
import { briefClocks, type Clocks, wholeClocks } from '../clocks.ts';
import { planOf } from './plan.ts';
import { requestsOf } from './requests.ts';
import { BEGINNINGS, BOTS_SERVICES, MACHINES_SERVICES } from './services.ts';
import type { Spell } from './spells.ts';

const SERVICES = [...BOTS_SERVICES, ...MACHINES_SERVICES].toSorted();
const BEGINNERS = [...new Set(BEGINNINGS.map(({ service }) => service))].toSorted();
const RUNS: [string, number, Clocks][] = [
  ['everything once', 0, briefClocks],
  ['an hour', 60, wholeClocks],
];

/** What is put in however slow the machine is. */
const promised = (seed: number, minutes: number, clocks: Clocks): Spell[] =>
  planOf(seed, minutes, clocks)
    .flat()
    .flatMap(({ spell, ifTime }) => (ifTime ? [] : [spell]));

test.each(RUNS)('the seed alone says what happens: %s', (_what, minutes, clocks) => {
  expect(planOf(7, minutes, clocks)).toEqual(planOf(7, minutes, clocks));
  expect(planOf(7, minutes, clocks)).not.toEqual(planOf(8, minutes, clocks));
});

test.each(RUNS)(
  'each service is away once, disturbed once, and away after a call that begins something; each thing happens to processes: %s',
  (_what, minutes, clocks) => {
    const spells = promised(3, minutes, clocks);
    const of = (kind: Spell['kind']) => spells.filter((spell) => spell.kind === kind);
    const services = (kind: 'outage' | 'mishaps') =>
      spells.flatMap((spell) => (spell.kind === kind ? [spell.service] : []));
    expect(services('outage').toSorted()).toEqual(SERVICES);
    expect([...new Set(services('mishaps'))].toSorted()).toEqual(SERVICES);
    const left = spells.flatMap((spell) => (spell.kind === 'leave' ? [spell.at.service] : []));
    expect([...new Set(left)].toSorted()).toEqual(BEGINNERS);
    for (const kind of ['bots', 'kill', 'stop', 'freeze', 'twice', 'reconnect'] as const)
      expect(of(kind)).not.toEqual([]);
  },
);

test('in an hour Step Functions, SQS, Slack and SES are away for ten minutes each', () => {
  const outages = promised(1, 60, wholeClocks).flatMap((spell) => (spell.kind === 'outage' ? [spell] : []));
  const long = outages.filter(({ ms }) => ms === 600_000).map(({ service }) => service);
  expect(long.toSorted()).toEqual(BOTS_SERVICES.toSorted());
});

test('what is asked for repeats with the seed, for both methods, and is decided in every way', () => {
  const sixty = () => {
    const requests = requestsOf(5, { large: true });
    return Array.from({ length: 60 }, () => requests.next().value);
  };
  const [one, same] = [sixty(), sixty()];
  expect(one).toEqual(same);
  expect(new Set(one.map(({ profile }) => profile)).size).toBe(3);
  expect(new Set(one.map(({ decision }) => decision)).size).toBe(6);
});
