import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { home, ofType } from '../../manifests/stacks.ts';
import { definitionOf } from '../../manifests/state-machine-calls.ts';
import { needs } from '../needs.ts';
import { lint } from './lint.ts';

const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

// cfn-lint reads a definition only where it stands in the template, and knows ARNs of the partition aws alone.
const machines = ofType(home, 'AWS::StepFunctions::StateMachine').map((machine) => {
  const values = machine.properties.DefinitionSubstitutions as Record<string, string>;
  const text = definitionOf(machine).replace(/\$\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
  return { name: machine.id, file: join(folder, `${machine.id}.json`), definition: JSON.parse(text) };
});

function templateWith(Definition: object): string {
  const RoleArn = 'arn:aws:iam::111111111111:role/boarding-pass';
  const Machine = { Type: 'AWS::StepFunctions::StateMachine', Properties: { RoleArn, Definition } };
  return JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Machine } });
}

const isThere = needs('cfn-lint');
const broken = join(folder, 'broken.json');
for (const { file, definition } of machines) writeFileSync(file, templateWith(definition));
writeFileSync(broken, templateWith({ StartAt: 'A', States: { A: { Type: 'Task', Resource: 'arn', Nxt: 'B' } } }));
const found = isThere ? lint([...machines.map(({ file }) => file), broken]) : new Map<string, string[]>();

test.each(machines)('the definition of $name is Amazon States Language', ({ file }) => {
  expect(found.get(file)).toEqual([]);
});

test('what is no Amazon States Language would be found', () => {
  expect(found.get(broken)?.join('\n')).toContain('E3601');
});
