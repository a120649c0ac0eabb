import { kinds } from './resource-names.ts';
import { type Parameter, type Properties, readTemplate } from './template.ts';

/** Where a stack is, and what it is given. */
export type Deployment = { account: string; region: string; partition: string; parameters: Record<string, string> };

/** What a template makes; `ref` is what `!Ref` gives. */
export type Resource = { id: string; type: string; ref: string; arn: string; properties: Properties };

export type Stack = {
  parameters: Record<string, Parameter>;
  resources: Resource[];
  outputs: Record<string, { Description: string; Value: string }>;
};

/** `AWS::NoValue` takes the place where it stands away. */
const NOTHING = Symbol('AWS::NoValue');

/**
 * Works out the functions of a template, as CloudFormation does when it makes the stack.
 * @throws on parameters that the template does not take
 */
export function readStack(name: string, { account, region, partition, parameters }: Deployment): Stack {
  const template = readTemplate(name);
  const { Parameters, Mappings = {}, Conditions, Resources, Outputs = {} } = template;
  checkParameters(name, Parameters, parameters);
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const pseudo: Record<string, string> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': partition,
    'AWS::URLSuffix': suffix,
  };

  const resource = (id: string) => {
    const found = Resources[id];
    if (!found) throw new Error(`${name}: there is no ${id}.`);
    return { ...found, kind: kinds[found.Type] ?? {} };
  };
  const nameOf = (id: string): string => {
    const { kind, Properties } = resource(id);
    return String((kind.namedBy && work(Properties[kind.namedBy])) ?? id);
  };
  const arnOf = (id: string): string => {
    const { kind, Type } = resource(id);
    const [service, prefix] = kind.arn ?? [Type, ''];
    if (kind.isUnique) return `arn:${partition}:${service}:::${nameOf(id)}`;
    return `arn:${partition}:${service}:${kind.isGlobal ? '' : region}:${account}:${prefix}${nameOf(id)}`;
  };
  const refTo = (id: string): string => {
    const { kind, Type } = resource(id);
    if (Type === 'AWS::SQS::Queue') return `https://sqs.${region}.${suffix}/${account}/${nameOf(id)}`;
    return kind.isReferredByArn ? arnOf(id) : nameOf(id);
  };

  const ref = (id: string): string | number | string[] => {
    const parameter = Parameters[id];
    if (!parameter) return pseudo[id] ?? refTo(id);
    const value = parameters[id] ?? parameter.Default;
    if (value === undefined) throw new Error(`${name}: the parameter ${id} has no value.`);
    return parameter.Type === 'CommaDelimitedList' ? String(value).split(',') : value;
  };
  /** An ARN; every other attribute that the templates ask for is a name. */
  const attribute = (path: string): string => {
    const [id = '', attributeName] = path.split('.');
    return attributeName === 'Arn' ? arnOf(id) : nameOf(id);
  };
  const holds = (condition: string): boolean => work(Conditions[condition]) === true;

  const functions: Record<string, (argument: never) => unknown> = {
    Ref: (id: string) => (id === 'AWS::NoValue' ? NOTHING : ref(id)),
    Condition: holds,
    'Fn::GetAtt': attribute,
    'Fn::Sub': (argument: string | [string, Record<string, unknown>]) => {
      const [text, own = {}] = [argument].flat() as [string, Record<string, unknown>?];
      return text.replace(/\$\{(!?)([^}]+)\}/g, (_, isLiteral, id) => {
        if (isLiteral) return `\${${id}}`;
        if (Object.hasOwn(own, id)) return String(work(own[id]));
        return String(id.includes('.') ? attribute(id) : ref(id));
      });
    },
    'Fn::If': ([condition, yes, no]: [string, unknown, unknown]) => work(holds(condition) ? yes : no),
    'Fn::Equals': ([a, b]: [unknown, unknown]) => work(a) === work(b),
    'Fn::Not': ([condition]: [unknown]) => !work(condition),
    'Fn::And': (conditions: unknown[]) => conditions.every((condition) => work(condition)),
    'Fn::Join': ([delimiter, list]: [string, unknown]) => (work(list) as string[]).join(delimiter),
    'Fn::Split': ([delimiter, text]: [string, unknown]) => String(work(text)).split(delimiter),
    'Fn::Select': ([index, list]: [number, unknown]) => (work(list) as string[])[index],
    'Fn::FindInMap': ([map, key, inner]: [string, unknown, unknown]) =>
      Mappings[map]?.[String(work(key))]?.[String(work(inner))],
  };

  function work(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(work).filter((each) => each !== NOTHING);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, argument] = ['', undefined]] = Object.entries(value);
    if (Object.hasOwn(functions, key)) return functions[key]?.(argument as never);
    const worked = Object.entries(value).map(([inner, each]) => [inner, work(each)] as const);
    return Object.fromEntries(worked.filter(([, each]) => each !== NOTHING));
  }

  return {
    parameters: Parameters,
    resources: Object.entries(Resources)
      .filter(([, { Condition }]) => Condition === undefined || holds(Condition))
      .map(([id, { Type, Properties }]) => ({
        id,
        type: Type,
        ref: refTo(id),
        arn: arnOf(id),
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
