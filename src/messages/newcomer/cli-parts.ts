import type { DeliveredCli } from '../../contract/buttons.ts';
import type { CliAnswer, CliSetup } from '../../onboarding/cli.ts';
import type { Code } from '../words/cli/en.ts';
import type { Words } from '../words/words-for.ts';

/** A sentence, a list, or text to be copied: pieces that stay whole, with what is to be said where some of them do not fit. */
export type CliPart =
  | { say: string; heading?: string }
  | { list: string[] }
  | { copy: string[]; more?: (left: number) => string; between: '\n\n' | '\n' };

/** What is shown of somebody's configuration: of one delivery, the first or a later one, or all that they have. */
export type CliScope = {
  kind: 'first' | 'later' | 'whole';
  /** In so many places AWS is still preparing it. */
  pending: number;
  hasGroups: boolean;
  /** There is more that AWS did not name. */
  isMore: boolean;
};

/** Of one delivery. */
export const scopeOf = ({ isFirst, pending, hasGroups }: DeliveredCli): CliScope => ({
  kind: isFirst ? 'first' : 'later',
  pending,
  hasGroups,
  isMore: false,
});

/** Where it is read: by mail there is no button that would bring the rest. */
export type CliPlace = { code: Code; byMail: boolean };

/** What somebody does to have their access in a terminal. */
export function cliParts(setup: CliSetup, scope: CliScope, { code, byMail }: CliPlace, { cli }: Words): CliPart[] {
  const { sessionName, profiles } = setup;
  const { headings } = cli;
  const missing = scope.isMore ? undefined : setup.leftOut;
  const isPartial = scope.hasGroups || scope.pending > 0;
  const asksForRest = byMail && isPartial;
  return [
    { say: cli.intro(code) },
    ...fileParts(setup, scope, { code, byMail }, cli),
    ...(missing === 0 ? [] : [{ say: cli.missing(missing, code) }]),
    ...(isPartial ? [{ say: partialText(scope, byMail, cli) }] : []),
    { say: cli.tryIt(code), heading: headings.commands },
    { copy: firstCommands(setup), between: '\n' as const },
    ...(profiles.length > 0 ? [{ say: cli.tried(code) }] : []),
    { say: asksForRest ? cli.answersForMore(code) : cli.answers(code), heading: headings.questions },
    { list: (asksForRest ? setup.answersForMore : setup.answers).map((answer) => answerText(answer, code, cli)) },
    { say: cli.questions(sessionName, code) },
    {
      say: cli.sentences([cli.noBrowser(code), ...(setup.isDualStack ? [cli.dualStack(code)] : [])]),
      heading: headings.noBrowser,
    },
  ];
}

/** The sections, and where they go. */
function fileParts(
  { sessionName, session, profiles }: CliSetup,
  { kind }: CliScope,
  place: CliPlace,
  cli: Words['cli'],
): CliPart[] {
  const { code, byMail } = place;
  const more = (left: number) => cli.missing(left, code);
  const between = '\n\n' as const;
  const heading = cli.headings.file;
  const sections = profiles.map(({ text }) => text);
  if (kind !== 'later')
    return [
      { say: kind === 'first' ? cli.first(code) : cli.whole(sessionName, code), heading },
      { copy: [session, ...sections], more, between },
    ];
  return [
    ...(sections.length > 0
      ? [
          { say: cli.later(code), heading },
          { copy: sections, more, between },
        ]
      : []),
    ...(byMail
      ? [
          { say: cli.sessionToo(sessionName, code), ...(sections.length === 0 && { heading }) },
          { copy: [session], between },
        ]
      : [{ say: cli.sessionStays(sessionName, code) }]),
  ];
}

function partialText({ pending, hasGroups }: CliScope, byMail: boolean, cli: Words['cli']): string {
  return cli.sentences([
    ...(hasGroups ? [cli.groups] : []),
    ...(pending > 0 ? [cli.pending(pending)] : []),
    ...(byMail ? [] : [cli.laterEverything]),
  ]);
}

/** Sign in, see who one is, and something that the permission set allows. */
export function firstCommands({ sessionName, profiles }: CliSetup): string[] {
  const first = profiles.find((profile) => profile.try !== undefined) ?? profiles[0];
  return [
    `aws sso login --sso-session ${sessionName}`,
    ...(first
      ? [`aws sts get-caller-identity --profile ${first.name}`, `aws ${first.try ?? 's3 ls'} --profile ${first.name}`]
      : []),
  ];
}

function answerText(answer: CliAnswer, code: Code, { answer: line, steps }: Words['cli']): string {
  if ('answer' in answer) return line(code(answer.prompt), code(answer.answer));
  if ('choice' in answer) return steps[answer.step](answer.choice === undefined ? undefined : code(answer.choice));
  const step = steps[answer.step];
  return answer.prompt === undefined ? step : line(code(answer.prompt), step);
}
