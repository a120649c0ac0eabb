import type { Profile } from '../onboarding/profile.ts';
import { context, type Message, message, section } from './blocks.ts';
import { escaped } from './mrkdwn.ts';
import type { Words } from './words.ts';

/** The answer to `/onboard help`: how it goes, and what the reader may ask for, if that is known. */
export function helpMessage(profiles: Profile[], { help }: Words): Message {
  const lines = profiles.map(({ name, description }) => `• *${escaped(name)}*: ${escaped(description)}`);
  return message([
    section(help.steps),
    ...(lines.length > 0 ? [{ heading: help.mayAskFor, lines, more: help.more }] : []),
    context(help.footer),
  ]);
}
