import type { Resource, Stack } from '../../sandbox/aws/cloudformation/stack.ts';
import { textOf } from '../../sandbox/aws/cloudformation/template.ts';
import { accounts, ofType } from './stacks.ts';

/** A call of AWS by a state machine. */
export type Call = {
  /** The machine's name, and its state. */
  machine: string;
  state: string;
  /** Such as `aws-sdk:iam:getUser` or `sqs:sendMessage.waitForTaskToken`. */
  integration: string;
  parameters: Record<string, unknown>;
  /** The role that the state names in Credentials, in whichever account; without it the machine's own role calls. */
  roleArn?: string;
};

type State = {
  Type: string;
  Resource?: string;
  Result?: unknown;
  ResultPath?: string | null;
  ItemSelector?: Record<string, unknown>;
  Parameters?: Record<string, unknown>;
  Credentials?: Record<string, string>;
  ItemProcessor?: Machine;
  Branches?: Machine[];
};
type Machine = { States: Record<string, State> };

export const definitionOf = ({ properties }: Resource): string => textOf(String(properties.DefinitionS3Location));
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)),
];

/** Every call of AWS in the definitions that the stack deploys. */
export const callsOf = (stack: Stack): Call[] => ofType(stack, 'AWS::StepFunctions::StateMachine').flatMap(callsIn);

function callsIn(machine: Resource): Call[] {
  const values = machine.properties.DefinitionSubstitutions as Record<string, string>;
  const filled = definitionOf(machine).replace(/\$\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
  const definition = JSON.parse(filled) as Machine;
  const chosen = machinesChosenIn(definition);
  const inMachine = ({ States }: Machine): Call[] =>
    Object.entries(States).flatMap(([name, state]) => inState(name, state));
  const inState = (state: string, { Type, Resource = '', Parameters = {}, Credentials, ...nested }: State): Call[] => {
    if ('ItemReader' in nested || 'ResultWriter' in nested)
      throw new Error(`${state} calls S3, which is not read here.`);
    if (Type !== 'Task') {
      const { ItemProcessor, Branches = [] } = nested;
      return (ItemProcessor ? [ItemProcessor, ...Branches] : Branches).flatMap(inMachine);
    }
    const integration = Resource.replace(/^arn:aws:states:::/, '');
    const call = { machine: machine.ref.split(':').at(-1) ?? '', state, integration };
    return startedBy(Parameters, chosen).map((parameters) => ({
      ...call,
      parameters: formattedIn(parameters),
      ...(Credentials && { roleArn: Credentials.RoleArn ?? formatted(Credentials['RoleArn.$'] ?? '') }),
    }));
  };
  return inMachine(definition);
}

/** The place in the state where `onboarding` keeps which machines are a method's. */
const CHOSEN = '$.machines';
type Chosen = Record<string, string>[];

/**
 * What the Pass states put there, each for one method.
 * @throws where anything else could come to be there: what is started would no longer be what the stack has
 */
function machinesChosenIn({ States }: Machine): Chosen {
  return Object.entries(States).flatMap(([name, state]) => {
    const { Type, Result, ResultPath, ItemSelector = {}, ItemProcessor } = state;
    const passedOn = ItemSelector[`${CHOSEN.slice(2)}.$`] ?? CHOSEN;
    if (passedOn !== CHOSEN || CHOSEN.slice(2) in ItemSelector) throw new Error(`${name} makes up its machines.`);
    if (ItemProcessor && machinesChosenIn(ItemProcessor).length > 0) throw new Error(`${name} chooses machines anew.`);
    if (!ResultPath?.startsWith(CHOSEN)) return [];
    if (Type !== 'Pass' || ResultPath !== CHOSEN || Result === undefined)
      throw new Error(`Nobody knows which machines ${name} chooses.`);
    return [Result as Record<string, string>];
  });
}

/** The parameters of a call, once for each machine that its path may lead to. */
function startedBy(parameters: Record<string, unknown>, chosen: Chosen): Record<string, unknown>[] {
  const { 'StateMachineArn.$': path, ...others } = parameters;
  if (path === undefined) return [parameters];
  const [, key = ''] = /^\$\.machines\.(\w+)$/.exec(String(path)) ?? [];
  const arns = chosen.map((machines) => machines[key]);
  if (arns.length === 0 || arns.includes(undefined)) throw new Error(`Nobody knows which machine ${path} leads to.`);
  return arns.map((StateMachineArn) => ({ ...others, StateMachineArn }));
}

/** What `States.Format` puts in: an account of the request as it is in the member account, and of profiles any. */
const known: Record<string, string> = { '$.AccountId': accounts.member, '$.ProfileId': '*' };

function formatted(expression: string): string {
  const [, template, path = ''] = /^States\.Format\('([^']*\{\}[^']*)', ([^,]+)\)$/.exec(expression) ?? [];
  const value = known[path];
  if (template === undefined || value === undefined) throw new Error(`Nobody knows what ${expression} leads to.`);
  return template.replace('{}', value);
}

function formattedIn(parameters: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(parameters).map(([key, value]) =>
    typeof value === 'string' && value.startsWith('States.Format')
      ? [key.replace(/\.\$$/, ''), formatted(value)]
      : [key, value],
  );
  return Object.fromEntries(entries);
}
