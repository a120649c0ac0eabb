/** The Amazon States Language (https://states-language.net), as far as our machines use it. */
export type Machine = { Comment?: string; TimeoutSeconds?: number; StartAt: string; States: Record<string, State> };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Parameters, a selector: keys that end in `.$` hold a path or an intrinsic function. */
export type Template = { [key: string]: Json };

export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  MaxAttempts: number;
  JitterStrategy?: 'FULL';
};
export type Catcher = { ErrorEquals: string[]; ResultPath: string | null; Next: string };

type Onward = { Next?: string; End?: true };
type Common = { Comment?: string; InputPath?: string; OutputPath?: string; ResultPath?: string | null };

export type Pass = Common & Onward & { Type: 'Pass'; Result?: Json; Parameters?: Template };
export type Task = Common &
  Onward & {
    Type: 'Task';
    Resource: string;
    Credentials?: Template;
    Parameters: Template;
    TimeoutSeconds?: number;
    TimeoutSecondsPath?: string;
    ResultSelector?: Template;
    Retry?: Retrier[];
    Catch?: Catcher[];
  };
export type MapState = Common &
  Onward & {
    Type: 'Map';
    ItemsPath: string;
    MaxConcurrency: number;
    ItemSelector: Template;
    ItemProcessor: Machine & { ProcessorConfig: { Mode: 'INLINE' } };
    ResultSelector?: Template;
    Retry?: Retrier[];
    Catch?: Catcher[];
  };
export type Rule = { [key: string]: Json };
export type Choice = Common & { Type: 'Choice'; Choices: (Rule & { Next: string })[]; Default: string };
export type State =
  | Pass
  | Task
  | MapState
  | Choice
  | { Type: 'Wait'; Seconds: number; Next: string }
  | ({ Type: 'Fail'; Cause: string } & ({ Error: string } | { ErrorPath: string }))
  | { Type: 'Succeed' };

/** A value that CloudFormation puts in when it deploys the definition. */
export const placeholder = (name: string): string => `\${${name}}`;

/** `arn:aws:…`, of whatever partition the stack is in. */
export const arn = (rest: string): string => `arn:${placeholder('Partition')}:${rest}`;

/** The errors that a state hands on, and where to; what went wrong is kept at the path. */
export const caught = (errors: string[], Next: string, ResultPath: string | null): Catcher => ({
  ErrorEquals: errors,
  ResultPath,
  Next,
});
export const anyError = (Next: string, ResultPath: string | null): Catcher => caught(['States.ALL'], Next, ResultPath);

/** Holds where the error whose cause is at this path says so. It may say nothing: a `States.Timeout` need not come with a cause. */
export const says = (cause: string, StringMatches: string): Rule => ({
  And: [
    { Variable: cause, IsPresent: true },
    { Variable: cause, StringMatches },
  ],
});

export const isPresent = (Variable: string) => ({ Variable, IsPresent: true });

/** Goes one way where something is there, another where it is not. */
export const ifPresent = (Variable: string, Next: string, Default: string): Choice => ({
  Type: 'Choice',
  Choices: [{ ...isPresent(Variable), Next }],
  Default,
});

/** A Map in one execution: every item in a small machine of its own, `most` at a time. */
export function forEach(
  ItemsPath: string,
  MaxConcurrency: number,
  ItemSelector: Template,
  each: Machine,
  rest: Partial<MapState>,
): MapState {
  const ItemProcessor = { ProcessorConfig: { Mode: 'INLINE' as const }, ...each };
  return { Type: 'Map', ItemsPath, MaxConcurrency, ItemSelector, ItemProcessor, ...rest };
}
