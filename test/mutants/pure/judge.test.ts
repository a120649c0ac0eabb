import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { complaintsOf, figuresOf, GOAL, type MayLive } from './judge.ts';
import { mayLive } from './may-live.ts';
import { type Report, type Tried, triedIn } from './report.ts';

const root = new URL('../../../', import.meta.url);

test('whatever may live is of a file that is there, and it is said why', () => {
  expect(Object.keys(mayLive).filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  for (const why of Object.values(mayLive).flatMap(Object.values)) expect(why).toMatch(/\w{3}.* \w+/);
});

const file = 'src/onboarding/a.ts';
const tried = (change: string, isKilled: boolean): Tried => ({ file, change, isKilled });
const killed = Array.from({ length: 19 }, (_, i) => tried(`${i} → 0`, true));

test.each<[what: string, tried: Tried[], mayLive: MayLive, complaints: RegExp[]]>([
  ['a test misses everything', killed, {}, []],
  ['what lives may do so', [...killed, tried('a → b', false)], { [file]: { 'a → b': 'It is the same.' } }, []],
  ['something lives', [...killed, tried('a → b', false)], {}, [/^No test misses src\/onboarding\/a.ts: a → b$/]],
  ['it may in another file', [...killed, tried('a → b', false)], { 'src/b.ts': { 'a → b': '' } }, [/^No test misses/]],
  [
    'what may live is missed',
    [...killed, tried('a → b', true)],
    { [file]: { 'a → b': '' } },
    [/a test misses it: .* → b$/],
  ],
  ['what may live is gone', killed, { [file]: { 'a → b': '' } }, [/it is not there: src\/onboarding\/a.ts: a → b$/]],
  [
    'too much lives',
    [...killed.slice(1), tried('a → b', false)],
    { [file]: { 'a → b': '' } },
    [/94.7 % is below 95 %$/],
  ],
])('what is told of a run in which %s', (_what, tried, mayLive, complaints) => {
  expect(complaintsOf(tried, mayLive, GOAL)).toEqual(complaints.map((each) => expect.stringMatching(each)));
});

test('of files that were not tried nothing is told', () => {
  expect(complaintsOf(killed, { 'src/methods/b.ts': { 'a → b': '' } }, GOAL)).toEqual([]);
});

test('what was noticed is counted room by room', () => {
  const elsewhere = { file: 'src/contract/b.ts', change: 'a → b', isKilled: false };
  expect(figuresOf([...killed, elsewhere])).toEqual([
    { room: 'src/onboarding', killed: 19, all: 19, share: 100 },
    { room: 'src/contract', killed: 0, all: 1, share: 0 },
  ]);
});

const source = `const long = [${Array.from({ length: 30 }, (_, i) => i).join(', ')}];\nif (a) b('', '');\n  else\n  c();\n`;
const mutant = (status: string, replacement: string, ...[line, column, toLine, toColumn]: number[]) => ({
  ...{ status, replacement },
  location: { start: { line, column }, end: { line: toLine, column: toColumn } },
});
const report = {
  files: {
    [file]: {
      source,
      mutants: [
        mutant('Survived', '"x"', 2, 14, 2, 16),
        mutant('Killed', '"x"', 2, 10, 2, 12),
        mutant('Timeout', 'if (true)', 2, 1, 4, 7),
        mutant('NoCoverage', '[]', 1, 14, 1, source.indexOf('\n')),
        mutant('RuntimeError', 'null', 2, 5, 2, 6),
        mutant('Ignored', 'null', 2, 5, 2, 6),
      ],
    },
  },
} as Report;

test('a change is called by what was there and what is there now: on one line, in short, and one of two alike by its place', () => {
  expect(triedIn(report)).toEqual([
    { file, change: expect.stringMatching(/^\[0, 1, 2, .* … .*, 28, 29\] → \[\]$/), isKilled: false },
    { file, change: "if (a) b('', ''); else c(); → if (true)", isKilled: true },
    { file, change: `'' → "x"`, isKilled: true },
    { file, change: `'' → "x" (2)`, isKilled: false },
  ]);
});
