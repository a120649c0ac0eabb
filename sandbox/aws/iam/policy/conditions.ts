import type { ValuesOf } from './context.ts';
import { isArn, isText } from './patterns.ts';
import { type Conditions, listOf } from './statement.ts';

type Operator = { matches(value: string, wanted: string, valuesOf: ValuesOf): boolean; isNegated?: true };

/** Those that the templates use, and their plain relatives. */
const operators: Record<string, Operator> = {
  StringEquals: { matches: isText },
  StringNotEquals: { matches: isText, isNegated: true },
  // "ArnEquals and ArnLike behave identically."
  ArnEquals: { matches: isArn },
  ArnLike: { matches: isArn },
  ArnNotEquals: { matches: isArn, isNegated: true },
  ArnNotLike: { matches: isArn, isNegated: true },
  Bool: { matches: (value, wanted) => value.toLowerCase() === wanted.toLowerCase() },
};

/** Whether all hold: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const hold = (conditions: Conditions, valuesOf: ValuesOf): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, valuesOf(key), listOf(wanted).map(String), valuesOf)),
  );

/** @throws on an operator that is not evaluated here, for a wrong answer would be worse than none */
function holds(written: string, values: string[], wanted: string[], valuesOf: ValuesOf): boolean {
  const [, forValues, name = '', ifExists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator || ![undefined, 'ForAllValues', 'ForAnyValue'].includes(forValues))
    throw new Error(`The condition operator ${written} is not evaluated here.`);

  const { matches, isNegated = false } = operator;
  if (values.length === 0) return ifExists !== undefined || forValues === 'ForAllValues' || (!forValues && isNegated);
  const isWanted = (value: string) => wanted.some((each) => matches(value, each, valuesOf)) !== isNegated;
  return forValues === 'ForAllValues' || (!forValues && isNegated) ? values.every(isWanted) : values.some(isWanted);
}
