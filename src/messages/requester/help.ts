import { wordedFor } from '../../contract/worded.ts';
import type { Profile } from '../../onboarding/profile.ts';
import type { RecentAccess } from '../../onboarding/recent-access.ts';
import { context, type Message, message, section } from '../kit/blocks.ts';
import { code, escaped, mention, moment } from '../kit/mrkdwn.ts';
import { inAccounts } from '../kit/request-parts.ts';
import { everythingButton } from '../newcomer/cli-window.ts';
import type { Words } from '../words/words-for.ts';

/** The answer to `/onboard help`: how it goes, and what the reader may ask for, if that is known. */
export function helpMessage(profiles: Profile[], { help, about, language }: Words): Message {
  const lines = profiles.map(({ name, description }) =>
    about(`• *${escaped(wordedFor(name, language))}*`, escaped(wordedFor(description, language))),
  );
  return message([
    section(help.steps),
    ...(lines.length > 0 ? [{ heading: help.mayAskFor, lines, more: help.more }] : []),
    context(help.footer),
  ]);
}

/**
 * To who doubts a message about access: what they were given lately, and what somebody asks for them.
 * @param portal a profile of whose portal they may ask what they have there now
 */
export function accessMessage(
  { given, open }: RecentAccess,
  lookedAt: number,
  words: Words,
  portal?: Pick<Profile, 'id'>,
): Message {
  const { help } = words;
  const lineOf = ({ request, accounts, decidedBy }: RecentAccess['given'][number]) =>
    help.access(
      code(wordedFor(request.profile.name, words.language)),
      inAccounts({ accounts }, words),
      mention(request.requestedBy.slackUserId),
      decidedBy === undefined ? undefined : mention(decidedBy),
      moment(request.requestedAt),
    );
  const list = (heading: string, lines: string[]) => (lines.length > 0 ? [{ heading, lines, more: help.more }] : []);
  const cli = portal
    ? [{ type: 'actions' as const, elements: [everythingButton({ profileId: portal.id }, words.cli.button)] }]
    : [];
  if (given.length + open.length === 0) return message([section(help.noAccess(lookedAt)), ...cli]);
  return message([
    ...list(
      help.given,
      given.map(lineOf).map((line) => `• ${line}`),
    ),
    ...list(
      help.open,
      open.map(lineOf).map((line) => `• ${line}`),
    ),
    context(help.accessFooter(lookedAt)),
    ...cli,
  ]);
}
