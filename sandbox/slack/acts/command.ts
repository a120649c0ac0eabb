import { z } from 'zod';
import type { Person } from '../../organization/organization.ts';
import { readContent } from '../content.ts';
import type { Manifest } from '../manifest.ts';
import type { Payloads } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { PersonAt } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Dispatch } from './dispatch.ts';

export const commandAct = z.object({
  channel: z.string(),
  command: z.string(),
  text: z.string().default(''),
});

/** What a command's ack may hold: words for the channel, or for the person alone. */
const answer = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
});

type Parts = { workspace: Workspace; manifest: Manifest; payloads: Payloads; dispatch: Dispatch };

/** A person types a slash command. */
export function createCommand({ workspace, manifest, payloads, dispatch }: Parts) {
  const { people, conversations, messages } = workspace;

  /** With should_escape, names become ids: `@ken` → `<@U0KEN|ken>`, `#general` → `<#C0GENERAL|general>`. */
  function escapeNames(text: string, person: Person): string {
    return text.replace(/([@#])([\p{L}\p{N}._-]+)/gu, (whole, sigil: string, name: string) => {
      const candidates = sigil === '@' ? people.list() : conversations.of(person);
      const found = candidates.find((one) => one.name === name);
      return found ? `<${sigil}${found.id}|${name}>` : whole;
    });
  }

  return async (person: PersonAt, { channel, command, text }: z.infer<typeof commandAct>) => {
    const known = manifest.commands.get(command);
    if (!known || person.stranger) throw new Refusal('unknown_command');
    const conversation = conversations.forPerson(person, channel);
    const typed = known.should_escape ? escapeNames(text, person) : text;
    const outcome = await dispatch.command(payloads.command(person, conversation, command, typed));
    if ('error' in outcome) return outcome;

    const { data, error } = answer.safeParse(outcome.ack ?? {});
    if (error) return { error: 'invalid_command_response' };
    if (data.text === undefined && data.blocks === undefined) return {};
    try {
      messages.post(
        conversation.id,
        readContent(data),
        data.response_type === 'in_channel' ? {} : { onlyFor: person.id },
      );
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { error: 'invalid_command_response', reason: refusal.error, ...refusal.details };
    }
    return data.text === undefined ? {} : { text: data.text };
  };
}
