import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../policy/read.ts';
import { type Directory, type Home, isGroup } from '../../slack/directory.ts';
import { unlessSlackSays } from '../../slack/unless-slack-says.ts';
import { StartupError } from '../../watch/startup-error.ts';

/**
 * Checks against the workspace what the policy file alone cannot tell: the approvals channel, and that every profile has
 * somebody who can approve.
 * @throws StartupError that names everything at once, with the remedy
 */
export async function checkApprovals(
  client: WebClient,
  home: Home,
  directory: Directory,
  { approvals, profiles }: Policy,
): Promise<void> {
  const problems = await channelProblems(client, home, approvals.channel);
  const { unreadable, lines } = await groupProblems(profiles, directory);
  problems.push(...lines);
  const isReadable = (entries: readonly string[]) => !entries.some((entry) => unreadable.has(entry));
  for (const profile of profiles.filter(({ approvers }) => isReadable(approvers))) {
    const [first, second] = await activeMembers(profile.approvers, directory, 2);
    const named = profile.approvers.join(', ');
    if (!first) {
      problems.push(
        `nobody could approve "${profile.id}": none of ${named} is an active full member with a confirmed e-mail address`,
      );
    } else if (profile.requesters && !second && isReadable(profile.requesters)) {
      const requesters = await activeMembers(profile.requesters, directory, 2);
      if (requesters.length > 0 && requesters.every((id) => id === first)) {
        problems.push(`nobody could approve "${profile.id}": its only approver is also its only requester`);
      }
    }
  }
  if (problems.length > 0) throw new StartupError('The policy file does not fit the workspace:', problems);
}

/** The user groups in the policy file that nobody can be found by, and what is wrong with them. */
async function groupProblems(profiles: Policy['profiles'], directory: Directory) {
  const named = profiles.flatMap(({ approvers, requesters = [] }) => [...approvers, ...requesters]).filter(isGroup);
  const lines: string[] = [];
  const unreadable = new Set<string>();
  const notOnPlan: string[] = [];
  for (const group of new Set(named)) {
    const state = await directory.stateOfGroup(group);
    if (state === 'known') continue;
    unreadable.add(group);
    if (state === 'not-on-plan') notOnPlan.push(group);
    else
      lines.push(
        `the user group ${group} does not exist in this workspace: copy its id in Slack (People, User groups, the group, ⋮, Copy group ID)`,
      );
  }
  if (notOnPlan.length > 0)
    lines.push(
      `the user groups ${notOnPlan.join(', ')} cannot be read: they need a paid plan of Slack; name people by id (U…) or e-mail address instead`,
    );
  return { unreadable, lines };
}

async function channelProblems(client: WebClient, { teamName }: Home, id: string): Promise<string[]> {
  // Of public channels the app may not ask: its scope is groups:read.
  const answer = await unlessSlackSays(
    client.conversations.info({ channel: id }),
    'channel_not_found',
    'missing_scope',
  );
  const channel = answer?.channel;
  if (!channel)
    return [
      `approvals.channel ${id} is not a private channel that the bot can see: make it private, and invite the bot with /invite @boarding-pass; or use the bot token of the channel’s workspace; this one belongs to ${teamName}`,
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

/**
 * The first few ids in a list of those who can take part: active full members whose e-mail Slack shows. One after
 * another, and no more than are needed: a group of hundreds would use up Slack's rate limit at every start.
 */
async function activeMembers(entries: readonly string[], directory: Directory, wanted: number): Promise<string[]> {
  const { slackUserIds, emails } = await directory.expand(entries);
  const found = new Set<string>();
  for (const entry of [...slackUserIds, ...emails]) {
    if (found.size >= wanted) break;
    const person = await (entry.includes('@') ? directory.findByEmail(entry) : directory.person(entry));
    if (person?.kind === 'member' && person.email !== '') found.add(person.id);
  }
  return [...found];
}
