import { readFileSync } from 'node:fs';
import './indefinite-paths.ts';
import { StateMachine } from 'aws-local-stepfunctions';
import type { Resource, Stack } from '../cloudformation/stack.ts';
import { type Definition, readDefinition } from './definition.ts';
import type { CheckTask } from './rewrite.ts';

/** The name of a machine that boarding-pass ships, as its definition's file has it. */
export type MachineName = string;

export type Machine = {
  name: MachineName;
  arn: string;
  type: 'STANDARD' | 'EXPRESS';
  definition: Definition;
  interpreter: StateMachine;
};

/** Gives the text of a definition. */
export type ReadText = (name: MachineName) => string;

export const shipped: ReadText = (name) =>
  readFileSync(new URL(`../../../manifests/aws/state-machines/${name}.asl.json`, import.meta.url), 'utf8');

/** What the names of the stack's machines begin with. */
const prefix = 'boarding-pass-';

export const arnOfMachine = (region: string, account: string, name: MachineName): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${prefix}${name}`;

/** Texts that passed: validating takes longer than all the rest of starting, and tests start many worlds. */
const valid = new Set<string>();

/** The machines of the stack, by ARN; a mistake in a definition is an error here, not when it runs. */
export function loadMachines(
  { resources }: Stack,
  checkTask: CheckTask,
  readText: ReadText = shipped,
): Map<string, Machine> {
  const load = ({ arn, properties }: Resource): Machine => {
    const { StateMachineName, StateMachineType: type, DefinitionSubstitutions: substitutions } = properties as Deployed;
    const name = StateMachineName.replace(prefix, '') as MachineName;
    try {
      const text = readText(name);
      const definition = readDefinition(text, substitutions, checkTask);
      const validationOptions = { checkArn: false, noValidate: valid.has(text) };
      const interpreter = new StateMachine(definition.interpreted, { validationOptions });
      valid.add(text);
      return { name, arn, type, definition, interpreter };
    } catch (err) {
      throw new Error(`manifests/aws/state-machines/${name}.asl.json: ${err}`, { cause: err });
    }
  };
  const deployed = resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  return new Map(deployed.map(load).map((machine) => [machine.arn, machine]));
}

type Deployed = {
  StateMachineName: string;
  StateMachineType: Machine['type'];
  DefinitionSubstitutions: Record<string, string>;
};
