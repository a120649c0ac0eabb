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
    const call = {
      machine: machine.ref.split(':').at(-1) ?? '',
      state,
      integration,
      parameters: formattedIn(Parameters),
    };
    return [Credentials ? { ...call, roleArn: formatted(Credentials['RoleArn.$'] ?? '') } : call];
  };
  return inMachine(JSON.parse(filled));
}

/** `States.Format` around the account of the request, as it is in the member account. */
function formatted(expression: string): string {
  const [, template] = /^States\.Format\('([^']*\{\}[^']*)', \$\.AccountId\)$/.exec(expression) ?? [];
  if (template === undefined) throw new Error(`Nobody knows which account ${expression} leads to.`);
  return template.replace('{}', accounts.member);
}

function formattedIn(parameters: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(parameters).map(([key, value]) =>
    typeof value === 'string' && value.startsWith('States.Format')
      ? [key.replace(/\.\$$/, ''), formatted(value)]
      : [key, value],
  );
  return Object.fromEntries(entries);
}
