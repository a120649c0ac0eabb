import { readFileSync } from 'node:fs';
import { isCollection, parse, type Tags, type YAMLMap, type YAMLSeq } from 'yaml';

export type Properties = Record<string, unknown>;
export type Parameter = {
  Type: string;
  Default?: string | number;
  Description?: string;
  AllowedPattern?: string;
  AllowedValues?: (string | number)[];
};

/** Where a stack is, and what it is given. */
export type Deployment = { account: string; region: string; partition: string; parameters: Record<string, string> };

/** A template as it is written; `!Sub x` stands in it as `{ 'Fn::Sub': x }`. */
export type Template = {
  Parameters: Record<string, Parameter>;
  Mappings?: Record<string, Record<string, Record<string, string>>>;
  Conditions: Record<string, unknown>;
  Resources: Record<string, { Type: string; Condition?: string; Properties: Properties }>;
  Outputs?: Record<string, { Description: string; Value: unknown }>;
};

/** A file of `manifests/aws`. */
export const textOf = (name: string): string =>
  readFileSync(new URL(`../../../manifests/aws/${name}`, import.meta.url), 'utf8');

/** Read once: many stacks are made of one template. */
export function readTemplate(name: string): Template {
  const template = templates.get(name) ?? (parse(textOf(name), { customTags }) as Template);
  templates.set(name, template);
  return template;
}
const templates = new Map<string, Template>();

const plain = ['Ref', 'Condition'];
const functions = ['Sub', 'GetAtt', 'If', 'Equals', 'Not', 'And', 'Join', 'Split', 'Select', 'FindInMap'];

const customTags: Tags = [...plain, ...functions].flatMap((name) => {
  const key = plain.includes(name) ? name : `Fn::${name}`;
  const resolve = (value: string | YAMLMap | YAMLSeq) => ({ [key]: isCollection(value) ? value.toJSON() : value });
  return [
    { tag: `!${name}`, resolve },
    { tag: `!${name}`, collection: 'seq', resolve },
  ];
});
