import type { Result } from './chaos.ts';
import { CELLS, COUNTS, type Finding, type RequestFacts } from './judge/facts.ts';
import { BOTS_SERVICES, MACHINES_SERVICES, MISHAPS } from './plan/services.ts';
import { nameOf } from './plan/spells.ts';

/** What was planned was not put in, or a promise was broken. */
export const isBroken = ({ findings, missing, facts, isCutShort }: Result): boolean =>
  isCutShort || facts.length === 0 || missing.length > 0 || findings.some(isOfPromise);

const isOfPromise = ({ cell }: Finding): boolean => CELLS.some((each) => each === cell);

type Row = (string | number)[];

/** What was put in, what came of it, and of every promise that was broken a line. */
export function report(result: Result): string {
  const { seed, facts, findings, missing, isCutShort, logFile } = result;
  return [
    `seed ${seed}: ${facts.length} requests, ${facts.flatMap(({ people }) => people).length} people`,
    '',
    ...drawn(faults(result)),
    '',
    ...processes(result),
    '',
    ...drawn(outcomes(facts, findings)),
    '',
    ...reasons(findings),
    '',
    ...(isCutShort ? ['the run took too long and was cut short: not everybody could come to their end'] : []),
    ...missing.map(({ spell }) => `never put in: ${nameOf(spell)}`),
    ...findings
      .filter(isOfPromise)
      .map(({ cell, request, who = 'the request', what }) => `${cell}: ${who} of ${request}: ${what}`),
    ...(isBroken(result) ? [`the bots’ log is ${logFile}`] : ['every promise was kept']),
  ].join('\n');
}

const KINDS = [...MISHAPS, 'twice', 'refuses', 'unavailable', 'silent'] as const;

/** How many calls of each service have met what. */
const faults = ({ met }: Result): Row[] => [
  ['calls of', ...KINDS],
  ...[...BOTS_SERVICES, ...MACHINES_SERVICES].map(
    (service): Row => [service, ...KINDS.map((kind) => met[service]?.[kind] ?? 0)],
  ),
];

function processes({ putIn, bots, undone }: Result): string[] {
  const sum = (...kinds: string[]) =>
    putIn.filter(({ spell }) => kinds.includes(spell.kind)).reduce((all, { times }) => all + times, 0);
  const counts = putIn.flatMap(({ spell }) => (spell.kind === 'bots' ? [spell.count] : []));
  const { starts, failedStarts, leftByThemselves, badStops } = bots;
  return [
    `${sum('kill', 'crash loop')} kills, ${sum('stop')} stops, ${sum('freeze')} freezes, ${Math.min(...counts)} to ${Math.max(...counts)} bots`,
    `${sum('leave')} times a service left right after a call that began something; ${undone} times something was taken back`,
    `${sum('twice')} envelopes twice, ${sum('reconnect')} connections asked to come back`,
    `${starts} starts, ${failedStarts} that failed; ${leftByThemselves} bots left by themselves, ${badStops} did not stop in time`,
  ];
}

const WAYS = [
  ['iam-user', 'slack'],
  ['iam-user', 'mail'],
  ['identity-center', 'slack'],
  ['identity-center', 'mail'],
] as const;

/** By how people get their access and hear of it, what became of them; below, of requests as such. */
function outcomes(facts: RequestFacts[], findings: Finding[]): Row[] {
  const count = (of: Finding[]) => [...CELLS, ...COUNTS].map((cell) => of.filter((each) => each.cell === cell).length);
  const rows = WAYS.map(([method, via]): Row => {
    const people = facts
      .filter((request) => request.method === method)
      .flatMap(({ id, people }) => people.filter((person) => person.via === via).map(({ name }) => `${id} ${name}`));
    return [
      `${method}, ${via}`,
      people.length,
      ...count(findings.filter(({ request, who }) => people.includes(`${request} ${who}`))),
    ];
  });
  const named = facts.flatMap(({ id, people }) => people.map(({ name }) => `${id} ${name}`));
  const others = findings.filter(({ request, who }) => !named.includes(`${request} ${who}`));
  return [['', 'asked', ...CELLS, ...COUNTS], ...rows, ['requests', facts.length, ...count(others)]];
}

/** Why people were given nothing, or perhaps something, and how many were told so. */
function reasons(findings: Finding[]): string[] {
  const told = findings.filter(({ cell }) => cell.endsWith('and told so'));
  const byReason = Map.groupBy(told, ({ what }) => what.replace(/ to .*? \(\d{12}\)(, .*?\))*/, '').slice(0, 150));
  return [...byReason].map(([what, { length }]) => `${length} times told: ${what}`);
}

/** The first column to the left, all others to the right. */
function drawn(rows: Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => String(row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i] ?? 0) : String(cell).padStart(widths[i] ?? 0)))
      .join('  '),
  );
}
