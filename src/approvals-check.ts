import type { WebClient } from '@slack/web-api';
import type { Directory } from './directory.ts';
import type { Policy } from './policy.ts';
import { StartupError } from './startup-error.ts';

/**
 * Checks against the workspace what the policy file alone cannot tell: the approvals channel, and that every profile has
 * somebody who can approve.
 * @throws StartupError that names everything at once, with the remedy
 */
export async function checkApprovals(
  client: WebClient,
  directory: Directory,
  { approvals, profiles }: Policy,
): Promise<void> {
  const problems = await channelProblems(client, approvals.channel);
  for (const profile of profiles) {
    const approvers = await membersOf(profile.approvers, directory);
    const requesters = profile.requesters && (await membersOf(profile.requesters, directory));
    const named = profile.approvers.join(', ');
    if (approvers.length === 0) {
      problems.push(
        `nobody could approve "${profile.id}": none of ${named} is an active full member with an e-mail address`,
      );
    } else if (requesters && approvers.length === 1 && requesters.every((id) => id === approvers[0])) {
      problems.push(`nobody could approve "${profile.id}": its only approver is the only one who may ask for it`);
    }
  }
  if (problems.length > 0) throw new StartupError('The policy file does not fit the workspace:', problems);
}

async function channelProblems(client: WebClient, id: string): Promise<string[]> {
  const answer = await client.conversations.info({ channel: id }).catch((err: { data?: { error?: string } }) => {
    // Of public channels the app may not ask: its scope is groups:read.
    if (err.data?.error === 'channel_not_found' || err.data?.error === 'missing_scope') return undefined;
    throw err;
  });
  const channel = answer?.channel;
  if (!channel)
    return [
      `approvals.channel ${id} is not a private channel that the bot can see: make it private, and invite the bot with /invite @boarding-pass`,
    ];
  return [
    ...(channel.is_private
      ? []
      : [`#${channel.name} is public: approvals name people and accounts, so make the channel private`]),
    ...(channel.is_member ? [] : [`the bot is not in #${channel.name}: invite it with /invite @boarding-pass`]),
    ...(channel.is_ext_shared
      ? [`#${channel.name} is shared with another organization: use a channel that is not`]
      : []),
    ...(channel.is_archived ? [`#${channel.name} is archived: unarchive it or use another channel`] : []),
  ];
}

/** The ids of those in a list who can take part: active full members whose e-mail Slack shows. */
async function membersOf(entries: readonly string[], directory: Directory): Promise<string[]> {
  const { slackUserIds, emails } = await directory.expand(entries);
  const found = await Promise.all([
    ...[...slackUserIds].map((id) => directory.person(id)),
    ...[...emails].map((email) => directory.findByEmail(email)),
  ]);
  const members = found.filter((person) => person?.kind === 'member' && person.email !== '');
  return [...new Set(members.map((person) => person?.id ?? ''))];
}
