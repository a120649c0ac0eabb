import type { World } from '../../../sandbox/world.ts';

/** Changes whenever anything happens that somebody could notice, or a machine tries anything. */
export function activityIn({ aws, slack }: World): string {
  const events = aws.look.executions().reduce((sum, { history = [] }) => sum + history.length, 0);
  const newest = slack.look.latest().map(({ ts }) => ts);
  return [events, aws.look.mails.length, ...newest].join();
}
