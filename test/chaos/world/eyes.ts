import type { SeenMessage, SeenState, SeenView } from '../../../sandbox/slack/seen.ts';
import type { World } from '../../../sandbox/world.ts';

export const CHANNEL = 'C0APPROVE';
/** Nobody scrolls back further. */
const NEWEST = 200;

export type Eyes = ReturnType<typeof createEyes>;

/** What people have before them in Slack. */
export function createEyes({ slack: { look } }: World, watcher: string) {
  const stateOf = (user: string, newest = NEWEST, client?: string): SeenState =>
    look.stateOf({ ...look.people.find(user), client }, newest);

  const channel = (newest = NEWEST): SeenMessage[] =>
    stateOf(watcher, newest).channels.find(({ id }) => id === CHANNEL)?.messages ?? [];

  const dm = (user: string, newest = NEWEST): { id: string; messages: SeenMessage[] } =>
    stateOf(user, newest).dms[0] ?? { id: '', messages: [] };

  return {
    channel,
    dm,
    modals: (user: string, client?: string): SeenView[] => stateOf(user, 1, client).modals,
    /** What only they see in the approvals channel. */
    whispers: (user: string): string[] =>
      stateOf(user, Number.POSITIVE_INFINITY).channels.flatMap(({ messages }) =>
        messages.flatMap(({ ephemeral, text }) => (ephemeral ? [text] : [])),
      ),
    /** The card of a request in the approvals channel. */
    card: (id: string): SeenMessage | undefined => channel().find((message) => isCard(message, id)),
    /** Somebody's message about a request, while it has this button. */
    withButton: (user: string, id: string, actionId: string) => {
      const { id: channel, messages } = dm(user);
      const message = messages.find((each) => isAbout(each, id) && hasButton(each, actionId));
      return message && { channel, message };
    },
  };
}

export const isAbout = (message: object, id: string): boolean => JSON.stringify(message).includes(id);

export const isCard = (message: SeenMessage, id: string): boolean =>
  !message.ephemeral && message.thread_ts === undefined && isAbout(message, id);

export const hasButton = ({ blocks }: Pick<SeenMessage, 'blocks'>, actionId: string): boolean =>
  JSON.stringify(blocks).includes(`"action_id":"${actionId}"`);

/** Everything that can be read in blocks, one text below the other. */
export const wordsIn = (blocks: unknown): string =>
  [...JSON.stringify(blocks).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)]
    .map(([, text = '""']) => String(JSON.parse(text)))
    .join('\n');
