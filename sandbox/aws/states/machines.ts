import { readFileSync } from 'node:fs';
import { StateMachine } from 'aws-local-stepfunctions';
import type { Resource } from '../cloudformation/stack.ts';
import { readHomeStack } from '../home-stack.ts';
import { type CheckTask, type Definition, readDefinition } from './definition.ts';

/** The machines that boarding-pass ships. */
export type MachineName = 'onboarding' | 'inspect-iam-users' | 'provision-iam-users' | 'issue-password';

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

export const arnOfMachine = (region: string, account: string, name: MachineName | ''): string =>
  `arn:aws:states:${region}:${account}:stateMachine:boarding-pass-${name}`;

/** Texts that passed: validating takes longer than all the rest of starting, and tests start many worlds. */
const valid = new Set<string>();

/** The machines of the shipped stack, by ARN; a mistake in a definition is an error here, not when it runs. */
export function loadMachines(
  where: { region: string; account: string },
  checkTask: CheckTask,
  readText: ReadText = shipped,
): Map<string, Machine> {
  const load = ({ arn, properties }: Resource): Machine => {
    const { StateMachineType: type, DefinitionSubstitutions: substitutions } = properties as Deployed;
    const name = arn.replace(arnOfMachine(where.region, where.account, ''), '') as MachineName;
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
  const deployed = readHomeStack(where).resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  return new Map(deployed.map(load).map((machine) => [machine.arn, machine]));
}

type Deployed = { StateMachineType: Machine['type']; DefinitionSubstitutions: Record<string, string> };
