import type { KnownBlock, ModalView } from '@slack/types';
import { buttonValue, type EverythingRef, type PortalCliRef } from '../../contract/buttons.ts';
import type { CliSetup } from '../../onboarding/cli.ts';
import { notice, plain, preformatted, section } from '../kit/blocks.ts';
import { code } from '../kit/mrkdwn.ts';
import type { Words } from '../words/words-for.ts';
import { type CliPart, type CliScope, cliParts } from './cli-parts.ts';

/** So long is a text to be copied at most, as a section's; and so many of them make a window that somebody still reads. */
const COPY_MAX = 2_900;
const COPIES_MAX = 10;

const place = { code: (text: string) => code(text), byMail: false };

export type CliRef = PortalCliRef | EverythingRef;

/** What somebody needs for a terminal of their own, to be pasted. */
export function cliWindow(setup: CliSetup, scope: CliScope, ref: CliRef, words: Words): ModalView {
  const { cli } = words;
  return notice(cli.title, cli.close, [
    ...cliParts(setup, scope, place, words).flatMap(blocksOf),
    {
      type: 'actions',
      elements: [
        ...(scope.kind === 'whole' ? [] : [everythingButton(ref, cli.everything)]),
        {
          type: 'button',
          action_id: 'cli-commands',
          text: plain(cli.asCommands),
          value: buttonValue('cli-commands', ref),
        },
      ],
    },
  ]);
}

/** The same as commands, for who must not paste. */
export function cliCommandsWindow(setup: CliSetup, { kind }: CliScope, { cli }: Words): ModalView {
  const { sessionName, sessionCommands, profiles, leftOut } = setup;
  const answers = setup.answers.flatMap((answer) => ('answer' in answer ? [answer.answer] : [])).slice(0, 3);
  const commands = profiles.map((profile) => profile.commands.join('\n'));
  const parts: CliPart[] = [
    { say: cli.commands.intro },
    ...(kind === 'later'
      ? [{ say: cli.sessionStays(sessionName, place.code) }]
      : [
          { say: cli.commands.session(place.code) },
          { copy: [sessionCommands.join('\n')], between: '\n' as const },
          { say: cli.commands.sessionBefore(answers.map(place.code).join(', '), place.code) },
        ]),
    ...(commands.length > 0
      ? [
          { say: cli.commands.profiles },
          { copy: commands, more: (left: number) => cli.missing(left, place.code), between: '\n' as const },
        ]
      : []),
    ...(leftOut > 0 ? [{ say: cli.missing(leftOut, place.code) }] : []),
  ];
  return notice(cli.title, cli.close, parts.flatMap(blocksOf));
}

/** Anything else that the window can say. @param ref with which it can be asked again */
export function cliNotice(
  kind: 'loading' | 'nothing' | 'none' | 'unusable' | 'failed' | { pending: number },
  words: Words,
  ref?: CliRef,
): ModalView {
  const { cli } = words;
  const text = typeof kind === 'object' ? cli.onlyPending(kind.pending) : cli[kind];
  return notice(cli.title, cli.close, [
    section(text),
    ...(ref ? [{ type: 'actions' as const, elements: [everythingButton(ref, cli.everything)] }] : []),
  ]);
}

/** What somebody who signs in to the console of an account may do in a terminal, and why there are no keys. */
export function consoleCliWindow({ cli }: Words): ModalView {
  const { can, notes, cannot } = cli.console;
  return notice(cli.title, cli.close, [
    section(can(place.code)),
    preformatted('aws login\naws sts get-caller-identity'),
    section(notes(place.code)),
    section(cannot),
  ]);
}

/** The button that asks AWS what somebody has now. */
export function everythingButton(
  { profileId, userId, owner }: Pick<EverythingRef, 'profileId' | 'userId' | 'owner'>,
  text: string,
) {
  const ref: EverythingRef = {
    kind: 'everything',
    profileId,
    ...(userId !== undefined && { userId }),
    ...(owner !== undefined && { owner }),
  };
  return {
    type: 'button' as const,
    action_id: 'cli-everything',
    text: plain(text),
    value: buttonValue('cli-everything', ref),
  };
}

function blocksOf(part: CliPart): KnownBlock[] {
  if ('say' in part) return [section(part.heading === undefined ? part.say : `*${part.heading}*\n${part.say}`)];
  if ('list' in part) return [section(part.list.map((line, i) => `${i + 1}. ${line}`).join('\n'))];
  const { texts, left } = fitted(part.copy, part.between);
  return [...texts.map(preformatted), ...(left > 0 && part.more ? [section(part.more(left))] : [])];
}

/** As many pieces as a window takes, several in one text where there is room; none is cut. */
function fitted(pieces: string[], between: string): { texts: string[]; left: number } {
  const texts: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + between.length + piece.length <= COPY_MAX)
      texts[texts.length - 1] = `${last}${between}${piece}`;
    else if (texts.length < COPIES_MAX) texts.push(piece);
    else return { texts, left: pieces.length - i };
  }
  return { texts, left: 0 };
}
