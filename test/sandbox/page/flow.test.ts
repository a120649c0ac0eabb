import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Flow, flowOf, rowsOf } from '../../../sandbox/page/client/aws/flow.ts';
import { drawable } from '../../../sandbox/page/read/drawable.ts';
import type { StatesSlice } from '../../../sandbox/page/slices.ts';

const files = globSync('manifests/aws/state-machines/*.asl.json').sort();
const definitionIn = (file: string): StatesSlice => drawable(JSON.parse(readFileSync(file, 'utf8')));
const shipped = (name: string): StatesSlice => definitionIn(`manifests/aws/state-machines/${name}.asl.json`);

const allStates = ({ States }: StatesSlice): string[] =>
  Object.entries(States).flatMap(([name, { ItemProcessor }]) => [
    name,
    ...(ItemProcessor ? allStates(ItemProcessor) : []),
  ]);
const allSteps = ({ path, sides }: Flow): string[] =>
  [...path, ...sides].flatMap(({ name, inside }) => [name, ...(inside ? allSteps(inside) : [])]);
const namesOn = (path: Flow['path']): string[] => path.map(({ name }) => name);
const insideOf = (flow: Flow | undefined, map: string): Flow | undefined =>
  flow?.path.find(({ name }) => name === map)?.inside;

/** What is drawn, sides indented, the states of a Map in brackets below it. */
function drawing(flow: Flow, entered: string[]): string[] {
  return rowsOf(flow, (name) => entered.includes(name)).flatMap(({ step, isSide }) => [
    `${isSide ? '  ' : ''}${step.name}`,
    ...(step.inside ? drawing(step.inside, entered).map((line) => `[${line}]`) : []),
  ]);
}

describe.each(files)('%s', (file) => {
  const definition = definitionIn(file);
  const flow = flowOf(definition);

  test('every state stands once, on the path or beside it', () => {
    expect(allSteps(flow).sort()).toEqual(allStates(definition).sort());
  });

  test('every side hangs on a state of the path, and the path runs from the start to an end', () => {
    const inEveryMap = (one: Flow): Flow[] => [
      one,
      ...[...one.path, ...one.sides].flatMap(({ inside }) => (inside ? inEveryMap(inside) : [])),
    ];
    for (const { path, sides } of inEveryMap(flow)) {
      for (const { name, from } of sides) expect(from, `${basename(file)}: ${name}`).not.toEqual([]);
      for (const { from } of sides) expect(namesOn(path)).toEqual(expect.arrayContaining(from));
    }
    expect(flow.path[0]?.name).toBe(definition.StartAt);
    const last = definition.States[flow.path.at(-1)?.name ?? ''];
    expect(last?.End === true || last?.Type === 'Succeed').toBe(true);
  });
});

test('a request goes from resolving over the decision to the report', () => {
  const { path } = flowOf(shipped('onboarding'));
  const told = [
    'Resolve',
    'Inspect',
    'Announce',
    'AwaitDecision',
    'CheckDecision',
    'MarkApproved',
    'Board',
    'Report',
    'Ended',
  ];

  expect(namesOn(path).filter((name) => told.includes(name))).toEqual(told);
  expect(path.at(-1)?.name).toBe('Ended');
});

test('a batch is told of, provisioned, then delivered, person by person', () => {
  const board = insideOf(flowOf(shipped('onboarding')), 'Board');

  expect(namesOn(board?.path ?? []).slice(0, 3)).toEqual(['NotifyBatch', 'Provision', 'DeliverAll']);
  expect(namesOn(insideOf(board, 'DeliverAll')?.path ?? [])).toEqual(['WasGivenSomething', 'Deliver']);
});

test.each([
  ['nobody decides in time', ['Resolve', 'AwaitDecision', 'Expired', 'Report'], 'Expired', 'AwaitDecision'],
  [
    'the approver is the requester',
    ['CheckDecision', 'ApproverIsSomebody', 'SelfApproved'],
    'SelfApproved',
    'ApproverIsSomebody',
  ],
])('%s: the side stands under the state that led to it', (_what, entered, side, under) => {
  const rows = rowsOf(flowOf(shipped('onboarding')), (name) => entered.includes(name));
  const at = rows.findIndex(({ step, isSide }) => isSide && step.name === side);

  expect(rows[at - 1]?.step.name).toBe(under);
  expect(rows.filter(({ isSide }) => isSide)).toHaveLength(1);
});

test('what is undone stands in order under what failed, in each account of each person', () => {
  const pair = insideOf(insideOf(flowOf(shipped('provision-iam-user')), 'ProvisionUsers'), 'ProvisionPairs');
  const undone = ['DetachPolicies', 'LeaveGroups', 'DeleteUser', 'Failed'];
  const rows = pair ? rowsOf(pair, (name) => ['CreateUser', 'AddToGroups', 'Classify', ...undone].includes(name)) : [];

  expect(rows.map(({ step }) => step.name)).toEqual([
    'IsWanted',
    'CreateUser',
    'AddToGroups',
    'Classify',
    ...undone,
    'AttachPolicies',
  ]);
});

const pass = (Next?: string) => ({ Type: 'Pass', ...(Next ? { Next } : { End: true }) });
const task = (Next?: string, ...caught: string[]) => ({
  Type: 'Task',
  ...(Next ? { Next } : { End: true }),
  ...(caught.length > 0 && { Catch: caught.map((name) => ({ Next: name })) }),
});
const choice = (Default: string, ...Choices: string[]) => ({
  Type: 'Choice',
  Default,
  Choices: Choices.map((Next) => ({ Next })),
});

const mapOf = (StartAt: string, States: StatesSlice['States']) => ({
  Type: 'Map',
  End: true,
  ItemProcessor: { StartAt, States },
});

const drawn: [string, StatesSlice['States'], string[], string[]][] = [
  ['one state', { A: pass() }, ['A'], ['A']],
  ['the way that does more', { A: choice('B', 'C'), B: pass(), C: task() }, [], ['A', 'C']],
  ['of equals the default', { A: choice('B', 'C'), B: pass(), C: pass() }, [], ['A', 'B']],
  [
    'a side only when it was entered',
    { A: task('B', 'C'), B: task(), C: pass('B') },
    ['A', 'C', 'B'],
    ['A', '  C', 'B'],
  ],
  ['no side that was not', { A: task('B', 'C'), B: task(), C: pass('B') }, ['A', 'B'], ['A', 'B']],
  [
    'a loop back as a side',
    { A: task('B'), B: choice('C', 'D'), C: task(), D: { Type: 'Wait', Next: 'A' } },
    ['A', 'B', 'D'],
    ['A', 'B', '  D', 'C'],
  ],
  [
    'a side under the last state that led to it',
    { A: task('B', 'F'), B: task('C', 'F'), C: task(), F: { Type: 'Fail' } },
    ['A', 'B', 'F'],
    ['A', 'B', '  F', 'C'],
  ],
  [
    'the states of a Map',
    { A: mapOf('I', { I: task(undefined, 'J'), J: pass() }) },
    ['A', 'I', 'J'],
    ['A', '[I]', '[  J]'],
  ],
  [
    'a Map in a Map in a Map',
    { A: mapOf('B', { B: mapOf('C', { C: mapOf('D', { D: task(undefined, 'E'), E: pass() }) }) }) },
    ['A', 'B', 'C', 'D', 'E'],
    ['A', '[B]', '[[C]]', '[[[D]]]', '[[[  E]]]'],
  ],
  ['no end at all', { A: task('B'), B: task('A') }, [], ['A']],
];

test.each(drawn)('draws %s', (_what, States, entered, lines) => {
  expect(drawing(flowOf({ StartAt: 'A', States }), entered)).toEqual(lines);
});
