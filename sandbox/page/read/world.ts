import { randomUUID } from 'node:crypto';
import { bot } from '../../slack/bot.ts';
import type { WorldSlice } from '../slices.ts';
import { drawable } from './drawable.ts';
import type { Sources } from './sources.ts';

export function readWorld({ organization, language, slack, aws }: Sources): WorldSlice {
  return {
    id: randomUUID(),
    team: organization.team.name,
    ...(language && { language }),
    slack: slack !== undefined,
    aws: aws !== undefined,
    commands: [...(slack?.commands ?? [])].map(([command, { description, usage_hint }]) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    bot: { id: bot.user, name: bot.name, isReadOnly: slack?.isReadOnly ?? false },
    userGroups: (slack?.people.groups() ?? []).map(({ id, handle }) => ({ id, handle, name: handle })),
    channels: (slack?.conversations() ?? []).flatMap((conversation) =>
      conversation.type === 'im'
        ? []
        : [{ id: conversation.id, name: conversation.name, members: [...conversation.members] }],
    ),
    machines: (aws?.machines() ?? []).map(({ name, type, definition }) => ({
      name,
      type,
      definition: drawable(definition.interpreted),
    })),
  };
}
