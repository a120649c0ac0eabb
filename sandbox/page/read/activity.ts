import type { UserGroup } from '../../organization/organization.ts';
import type { SlackLook } from '../../slack/slack.ts';
import type { ActivitySlice } from '../slices.ts';

/** What was said where and to whom; direct messages are for one person alone, like what only they see in a channel. */
export function readActivity(slack: SlackLook): ActivitySlice[] {
  const owners = new Map(slack.conversations().flatMap((one) => (one.type === 'im' ? [[one.id, one.with]] : [])));
  const groups = new Map(slack.people.groups().map((group) => [group.id, group]));
  const places = new Map<string, ActivitySlice>();
  for (const { channel, ts, mentioned, onlyFor = owners.get(channel) } of slack.latest()) {
    const place = `${channel} ${onlyFor ?? ''}`;
    const before = places.get(place);
    places.set(place, {
      channel,
      ...(onlyFor !== undefined && { onlyFor }),
      latest: before && Number(before.latest) > Number(ts) ? before.latest : ts,
      count: mentioned.length + (before?.count ?? 0),
      mentions: onlyFor === undefined ? countMentions(mentioned, groups) : {},
    });
  }
  return [...places.values()];
}

/** How many messages mentioned each person; one that does so twice counts once. */
function countMentions(mentioned: ReadonlySet<string>[], groups: Map<string, UserGroup>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const ids of mentioned) {
    const people = new Set([...ids].flatMap((id) => groups.get(id)?.members ?? [id]));
    for (const id of people) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}
