import type { World } from '../../sandbox/world.ts';

/** So long that calls which do not wait for each other overlap on any machine, and short enough for every patience of the bot. */
const SLOW_MS = 150;

const LOOK_UPS = ['users.info', 'users.lookupByEmail', 'usergroups.users.list', 'conversations.history'];
const VISIBLE = ['views.open', 'views.update', 'chat.postEphemeral', 'chat.postMessage', 'chat.update'];

/** A call of Slack, and how many were made one after the other before it: those that are made side by side have the same number. */
export type Made = { method: string; at: number; before: number };

export const isVisible = ({ method }: Made): boolean => VISIBLE.includes(method);

/** What the bot asks of Slack from now on, while every answer takes its time. */
export function watchSlowly({ slack }: World): { made: Made[]; stop(): void } {
  const made: Made[] = [];
  const note = (method: string): number => {
    const at = performance.now();
    const answered = made.filter((call) => call.at + SLOW_MS <= at);
    made.push({ method, at, before: Math.max(0, ...answered.map(({ before }) => before + 1)) });
    return 0;
  };
  const ends = [...LOOK_UPS, ...VISIBLE].map((method) =>
    slack.disturb({ only: [method], slow: 1, slowBy: SLOW_MS, random: () => note(method) }),
  );
  return {
    made,
    stop() {
      for (const end of ends) end();
    },
  };
}
