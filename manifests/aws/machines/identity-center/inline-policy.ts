import { forEach, ifPresent, isPresent, type Machine, type Rule, type State } from '../asl.ts';

// As they stand in a list that was written as JSON.
const ALL_OF_IAM = ['*"iam:\\*"*', '*"IAM:\\*"*'];
const EVERYTHING = ['*"\\*"*', '*"\\*:\\*"*'];

const anyOf = (patterns: string[]): Rule => ({
  Or: patterns.map((StringMatches) => ({ Variable: '$.actions.text', StringMatches })),
});

const write = (element: string, Next: string): State => ({
  Type: 'Pass',
  Parameters: { 'text.$': `States.JsonToString($.statement.${element})` },
  ResultPath: '$.actions',
  Next,
});

const choose = (rule: Rule, Next: string, Default: string): State => ({
  Type: 'Choice',
  Choices: [{ ...rule, Next }],
  Default,
});

const statements = (list: string): State => ({
  Type: 'Pass',
  Parameters: { 'list.$': list },
  ResultPath: '$.statements',
  Next: 'ReadStatements',
});

/** What a statement denies makes nobody an administrator, whatever it names. */
const oneStatement: Machine = {
  StartAt: 'Allows',
  States: {
    Allows: {
      Type: 'Choice',
      Choices: [
        {
          Not: { And: [isPresent('$.statement.Effect'), { Variable: '$.statement.Effect', StringEquals: 'Allow' }] },
          Next: 'Harmless',
        },
        { ...isPresent('$.statement.NotAction'), Next: 'WriteNotAction' },
        { ...isPresent('$.statement.Action'), Next: 'WriteAction' },
      ],
      Default: 'Harmless',
    },
    WriteAction: write('Action', 'DoActionsAdminister'),
    DoActionsAdminister: choose(anyOf([...EVERYTHING, ...ALL_OF_IAM]), 'Harmful', 'Harmless'),
    WriteNotAction: write('NotAction', 'IsIamLeftOut'),
    IsIamLeftOut: choose(anyOf([...EVERYTHING, ...ALL_OF_IAM]), 'Harmless', 'Harmful'),
    Harmful: { Type: 'Pass', Result: { administers: true }, End: true },
    Harmless: { Type: 'Pass', Result: { administers: false }, End: true },
  },
};

/** Whether the inline policy in `$.inline.InlinePolicy` allows everything, or all of IAM: from `ReadInlinePolicy` on. */
export const readInlinePolicy = (next: { administers: string; not: string }): Record<string, State> => ({
  ReadInlinePolicy: {
    Type: 'Pass',
    Parameters: { 'document.$': 'States.StringToJson($.inline.InlinePolicy)' },
    ResultPath: '$.policy',
    Next: 'IsListOfStatements',
  },
  IsListOfStatements: ifPresent('$.policy.document.Statement[0]', 'SeveralStatements', 'OneStatement'),
  SeveralStatements: statements('$.policy.document.Statement'),
  OneStatement: statements('States.Array($.policy.document.Statement)'),
  ReadStatements: forEach('$.statements.list', 5, { 'statement.$': '$$.Map.Item.Value' }, oneStatement, {
    ResultPath: '$.statements',
    Next: 'CompareStatements',
  }),
  CompareStatements: {
    Type: 'Pass',
    Parameters: { 'any.$': 'States.ArrayContains($.statements[*].administers, true)' },
    ResultPath: '$.statements',
    Next: 'DoStatementsAdminister',
  },
  DoStatementsAdminister: choose({ Variable: '$.statements.any', BooleanEquals: true }, next.administers, next.not),
});
