import type { SlackLook } from '../../slack/slack.ts';
import type { ActivitySlice } from '../slices.ts';

/** What was said where and to whom; direct messages are for one person alone, like what only they see in a channel. */
export function readActivity(slack: SlackLook): ActivitySlice[] {
  const owners = new Map(slack.conversations().flatMap((one) => (one.type === 'im' ? [[one.id, one.with]] : [])));
  const places = new Map<string, ActivitySlice>();
  for (const { channel, ts, count, onlyFor = owners.get(channel) } of slack.latest()) {
    const place = `${channel} ${onlyFor ?? ''}`;
    const before = places.get(place);
    places.set(place, {
      channel,
      ...(onlyFor !== undefined && { onlyFor }),
      latest: before && Number(before.latest) > Number(ts) ? before.latest : ts,
      count: count + (before?.count ?? 0),
    });
  }
  return [...places.values()];
}
