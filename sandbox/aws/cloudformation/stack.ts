import { createWork } from './functions.ts';
import type { Deployment } from './template.ts';
import { type Parameter, type Properties, readTemplate } from './template.ts';

/** What a template makes; `ref` is what `!Ref` gives. */
export type Resource = { id: string; type: string; ref: string; arn: string; properties: Properties };

export type Stack = {
  parameters: Record<string, Parameter>;
  resources: Resource[];
  outputs: Record<string, { Description: string; Value: string }>;
};

/**
 * Works out the functions of a template, as CloudFormation does when it makes the stack.
 * @throws on parameters that the template does not take
 */
export function readStack(name: string, deployment: Deployment): Stack {
  const template = readTemplate(name);
  const { Parameters, Resources, Outputs = {} } = template;
  checkParameters(name, Parameters, deployment.parameters);
  const { work, holds, names } = createWork(name, template, deployment);

  return {
    parameters: Parameters,
    resources: Object.entries(Resources)
      .filter(([, { Condition }]) => Condition === undefined || holds(Condition))
      .map(([id, { Type, Properties }]) => ({
        id,
        type: Type,
        ref: names.refTo(id),
        arn: names.arnOf(id),
        properties: work(Properties) as Properties,
      })),
    outputs: work(Outputs) as Stack['outputs'],
  };
}

/** A pattern is for the whole value, or for each of a list: CloudFormation's user guide, Parameters. */
function checkParameters(name: string, declared: Record<string, Parameter>, given: Record<string, string>): void {
  for (const [id, value] of Object.entries(given)) {
    const parameter = declared[id];
    if (!parameter) throw new Error(`${name}: there is no parameter ${id}.`);
    const { Type, AllowedPattern = '.*', AllowedValues } = parameter;
    const values = Type === 'CommaDelimitedList' ? value.split(',') : [value];
    const isAllowed = (each: string) =>
      new RegExp(`^(?:${AllowedPattern})$`, 's').test(each) &&
      (!AllowedValues || AllowedValues.map(String).includes(each));
    if (!values.every(isAllowed)) throw new Error(`${name}: the parameter ${id} does not take ${value}.`);
  }
}
