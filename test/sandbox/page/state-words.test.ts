import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stateWords } from '../../../sandbox/page/client/aws/state-words.ts';
import { awsWords } from '../../../sandbox/page/client/aws/words.ts';
import { drawable } from '../../../sandbox/page/read/drawable.ts';
import type { StatesSlice } from '../../../sandbox/page/slices.ts';

const files = globSync('manifests/aws/state-machines/*.asl.json');
const machines = new Map(
  files.map((file) => [file.replace(/.*\/|\.asl\.json$/g, ''), drawable(JSON.parse(readFileSync(file, 'utf8')))]),
);

const namesIn = ({ States }: StatesSlice): string[] =>
  Object.entries(States).flatMap(([name, { ItemProcessor }]) => [
    name,
    ...(ItemProcessor ? namesIn(ItemProcessor) : []),
  ]);
const states = new Set([...machines.values()].flatMap(namesIn));

test.each(['en', 'ja'] as const)(
  '%s: every state of the shipped definitions has words, and nothing else has',
  (language) => {
    const words = stateWords[language];
    expect(Object.keys(words).sort()).toEqual([...states].sort());
    expect(Object.values(words)).not.toContain('');
    expect(Object.keys(awsWords[language].executions.machines).sort()).toEqual([...machines.keys()].sort());
  },
);
