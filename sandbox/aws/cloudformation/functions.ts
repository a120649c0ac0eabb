import { createNames } from './resource-names.ts';
import type { Deployment, Template } from './template.ts';

/** `AWS::NoValue` takes the place where it stands away. */
const NOTHING = Symbol('AWS::NoValue');

/** Works out values of a template, in which functions may stand. */
export function createWork(name: string, template: Template, deployment: Deployment) {
  const names = createNames(name, template, deployment, work);
  const holds = (condition: string): boolean => work(template.Conditions[condition]) === true;
  const functions: Functions = {
    ...ofReference(name, template, deployment, { names, work }),
    ...ofCondition(holds, work),
    ...ofText(template, work),
  };

  function work(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(work).filter((each) => each !== NOTHING);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, argument] = ['', undefined]] = Object.entries(value);
    if (Object.hasOwn(functions, key)) return functions[key]?.(argument as never);
    const worked = Object.entries(value).map(([inner, each]) => [inner, work(each)] as const);
    return Object.fromEntries(worked.filter(([, each]) => each !== NOTHING));
  }

  return { work, holds, names };
}

export type Work = (value: unknown) => unknown;
type Functions = Record<string, (argument: never) => unknown>;

/** What refers to parameters, to resources and to where the stack is. */
function ofReference(
  name: string,
  { Parameters }: Template,
  { account, region, partition, parameters }: Deployment,
  { names, work }: { names: ReturnType<typeof createNames>; work: Work },
): Functions {
  const pseudo: Record<string, string> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': partition,
    'AWS::URLSuffix': names.suffix,
  };
  const ref = (id: string): string | number | string[] => {
    const parameter = Parameters[id];
    if (!parameter) return pseudo[id] ?? names.refTo(id);
    const value = parameters[id] ?? parameter.Default;
    if (value === undefined) throw new Error(`${name}: the parameter ${id} has no value.`);
    return parameter.Type === 'CommaDelimitedList' ? String(value).split(',') : value;
  };
  /** An ARN; every other attribute that the templates ask for is a name. */
  const attribute = (path: string): string => {
    const [id = '', attributeName] = path.split('.');
    return attributeName === 'Arn' ? names.arnOf(id) : names.nameOf(id);
  };
  return {
    Ref: (id: string) => (id === 'AWS::NoValue' ? NOTHING : ref(id)),
    'Fn::GetAtt': attribute,
    'Fn::Sub': (argument: string | [string, Record<string, unknown>]) => {
      const [text, own = {}] = [argument].flat() as [string, Record<string, unknown>?];
      return text.replace(/\$\{(!?)([^}]+)\}/g, (_, isLiteral, id) => {
        if (isLiteral) return `\${${id}}`;
        if (Object.hasOwn(own, id)) return String(work(own[id]));
        return String(id.includes('.') ? attribute(id) : ref(id));
      });
    },
  };
}

const ofCondition = (holds: (condition: string) => boolean, work: Work): Functions => ({
  Condition: holds,
  'Fn::If': ([condition, yes, no]: [string, unknown, unknown]) => work(holds(condition) ? yes : no),
  'Fn::Equals': ([a, b]: [unknown, unknown]) => work(a) === work(b),
  'Fn::Not': ([condition]: [unknown]) => !work(condition),
  'Fn::And': (conditions: unknown[]) => conditions.every((condition) => work(condition)),
});

const ofText = ({ Mappings = {} }: Template, work: Work): Functions => ({
  'Fn::Join': ([delimiter, list]: [string, unknown]) => (work(list) as string[]).join(delimiter),
  'Fn::Split': ([delimiter, text]: [string, unknown]) => String(work(text)).split(delimiter),
  'Fn::Select': ([index, list]: [number, unknown]) => (work(list) as string[])[index],
  'Fn::FindInMap': ([map, key, inner]: [string, unknown, unknown]) =>
    Mappings[map]?.[String(work(key))]?.[String(work(inner))],
});
