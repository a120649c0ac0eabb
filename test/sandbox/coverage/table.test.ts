import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createParts } from '../../../sandbox/aws/parts.ts';
import { allPlayed, notPlayed } from '../../../sandbox/coverage/played.ts';
import { command, coverageTable, slackMethods } from '../../../sandbox/coverage/table.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';

const file = 'sandbox/coverage.md';
const played = allPlayed(slackMethods(), createParts(kumoworks, {}));

test('the table is what the code plays', () => {
  const written = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').split('\n');
  const made = coverageTable().split('\n');
  const untrue = written.flatMap((line, i) =>
    made.includes(line) ? [] : [`${file}:${i + 1} is no longer true: ${line}`],
  );
  const missing = made.filter((line) => !written.includes(line)).map((line) => `${file} lacks: ${line}`);
  expect([...untrue, ...missing], `Make it anew: ${command}`).toEqual([]);
  expect(written).toEqual(made);
});

test('a state that nobody keeps any more is named', () => {
  const [first, ...others] = played;
  expect(notPlayed(played)).toEqual([]);
  expect(notPlayed(others)).toEqual([`${first?.service} ${first?.name}`]);
});
