import { readFileSync } from 'node:fs';
import { StateMachine } from 'aws-local-stepfunctions';
import { type CheckTask, type Definition, readDefinition } from './definition.ts';

const types = {
  onboarding: 'STANDARD',
  'inspect-iam-users': 'STANDARD',
  'provision-iam-users': 'STANDARD',
  'issue-password': 'EXPRESS',
} as const;

export type MachineName = keyof typeof types;

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

export const arnOfMachine = (region: string, account: string, name: MachineName): string =>
  `arn:aws:states:${region}:${account}:stateMachine:boarding-pass-${name}`;

/** Texts that passed: validating takes longer than all the rest of starting, and tests start many worlds. */
const valid = new Set<string>();

/** The machines that the stack deploys, by ARN; a mistake in a definition is an error here, not when it runs. */
export function loadMachines(
  where: { region: string; account: string; taskQueueUrl: string },
  checkTask: CheckTask,
  readText: ReadText = shipped,
): Map<string, Machine> {
  const arn = (name: MachineName) => arnOfMachine(where.region, where.account, name);
  const substitutions = {
    Partition: 'aws',
    SignInHost: 'signin.aws.amazon.com',
    TaskQueueUrl: where.taskQueueUrl,
    InspectIamUsersArn: arn('inspect-iam-users'),
    ProvisionIamUsersArn: arn('provision-iam-users'),
    NotificationsTopicArn: `arn:aws:sns:${where.region}:${where.account}:boarding-pass-notifications`,
  };
  const load = (name: MachineName): Machine => {
    try {
      const text = readText(name);
      const definition = readDefinition(text, substitutions, checkTask);
      const validationOptions = { checkArn: false, noValidate: valid.has(text) };
      const interpreter = new StateMachine(definition.interpreted, { validationOptions });
      valid.add(text);
      return { name, arn: arn(name), type: types[name], definition, interpreter };
    } catch (err) {
      throw new Error(`manifests/aws/state-machines/${name}.asl.json: ${err}`, { cause: err });
    }
  };
  const names = Object.keys(types).filter((name): name is MachineName => name in types);
  return new Map(names.map(load).map((machine) => [machine.arn, machine]));
}
