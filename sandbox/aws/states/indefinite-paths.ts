import { JSONPath } from 'jsonpath-plus';

// With AWS a path that may have many values, such as `$.list[*].Name`, has an empty list of them where there is none; the interpreter's
// library has nothing then, and the interpreter fails. Source: localstack's jsonpath.py, whose snapshots were taken of AWS.

type Evaluate = (this: unknown, ...args: unknown[]) => unknown;
const { evaluate } = JSONPath.prototype as unknown as { evaluate: Evaluate };

const pathOf = ([first]: unknown[]): unknown =>
  typeof first === 'object' && first !== null ? (first as { path?: unknown }).path : first;

Object.assign(JSONPath.prototype, {
  evaluate(this: unknown, ...args: unknown[]) {
    const found = evaluate.apply(this, args);
    return found === undefined && String(pathOf(args)).includes('[*]') ? [] : found;
  },
});
