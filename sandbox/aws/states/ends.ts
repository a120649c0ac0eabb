import { randomUUID } from 'node:crypto';
import type { Stack } from '../cloudformation/stack.ts';
import type { Entry } from './executions.ts';

type Rule = {
  EventPattern: { detail: { stateMachineArn: string[]; status: string[] } };
  Targets: {
    Arn: string;
    InputTransformer: { InputPathsMap: Record<string, string>; InputTemplate: string };
    SqsParameters?: { MessageGroupId: string };
  }[];
};

/** What is sent to the queue with this ARN. */
export type Sent = { queueArn: string; body: string; group: string | undefined };

/** EventBridge, as far as the stack uses it: what the rules of the stack make of the end of an execution. */
export function createEnds({ resources }: Stack): (entry: Entry) => Sent[] {
  const rules = resources
    .filter(({ type }) => type === 'AWS::Events::Rule')
    .map(({ properties }) => properties as Rule);
  return ({ machine, executionArn, status }) => {
    const event = { id: randomUUID(), detail: { stateMachineArn: machine.arn, executionArn, status } };
    const { stateMachineArn, ...of } = event.detail;
    return rules
      .filter(
        ({ EventPattern: { detail } }) =>
          detail.stateMachineArn.includes(stateMachineArn) && detail.status.includes(of.status),
      )
      .flatMap(({ Targets }) => Targets)
      .map(({ Arn, SqsParameters, InputTransformer: { InputPathsMap, InputTemplate } }) => ({
        queueArn: Arn,
        group: SqsParameters?.MessageGroupId,
        // Of a text EventBridge writes the quotes, too.
        body: InputTemplate.replace(/<(\w+)>/g, (_, name) => JSON.stringify(read(event, InputPathsMap[name] ?? ''))),
      }));
  };
}

/** A path of names only, as in `$.detail.status`. */
const read = (event: object, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], event);
