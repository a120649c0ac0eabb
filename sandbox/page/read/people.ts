import type { Person } from '../../organization/organization.ts';
import { bot } from '../../slack/bot.ts';
import type { SlackLook } from '../../slack/slack.ts';
import type { PersonSlice } from '../slices.ts';
import { readApprovers } from './approvers.ts';

/** Everybody but the bot itself, read again only after somebody was changed. */
export function createPeopleReader({ people }: SlackLook, policyFile: string): () => PersonSlice[] {
  let readAt: number | undefined;
  let read: PersonSlice[] = [];
  let named: ReadonlySet<string> | undefined;

  function readAgain(): PersonSlice[] {
    named ??= readApprovers(policyFile);
    const approvers = named;
    const groups = people.groups().filter(({ id }) => approvers.has(id));
    const members = new Set(groups.flatMap((group) => group.members));
    const isNamed = ({ id, email }: Person) =>
      members.has(id) || approvers.has(id) || approvers.has(email.toLowerCase());
    return people
      .list()
      .filter(({ id }) => id !== bot.user)
      .map((person) => {
        const { id, name, realName, email, locale } = person;
        const kind = kindOf(person);
        return { id, name, realName, email, locale, kind, isApprover: kind === 'member' && isNamed(person) };
      });
  }

  return () => {
    const version = people.version();
    if (version !== readAt) read = readAgain();
    readAt = version;
    return read;
  };
}

function kindOf({ bot, deleted, stranger, guest }: Person): PersonSlice['kind'] {
  if (bot) return 'bot';
  if (deleted) return 'deactivated';
  if (stranger) return 'stranger';
  return guest ? 'guest' : 'member';
}
