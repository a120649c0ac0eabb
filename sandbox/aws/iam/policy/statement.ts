/** By operator, then by condition key. */
export type Conditions = Record<string, Record<string, string | string[]>>;

export type Statement = {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: string | Record<string, string | string[]>;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Conditions;
};

export const statementsOf = (document: unknown): Statement[] => (document as { Statement: Statement[] }).Statement;

export const listOf = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));
