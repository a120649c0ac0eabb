import type { WebClient } from '@slack/web-api';

/** Where a message stands or will stand: a channel, a thread in it, or the direct messages with a person, by their id. */
export type Place = { channel: string; thread_ts?: string };

/**
 * Says in a message's metadata what it is there for: a name that no other message has. Every member of the conversation can
 * read it: no address, no reason, no secret.
 */
export const marking = (effect: string) => ({ event_type: 'onboarding_message', event_payload: { effect } });

/** The clocks of Slack, AWS and the bot may differ by so much. */
const TOLERANCE_S = 60;

export type ReadBack = ReturnType<typeof createReadBack>;

/** @param botId whose messages count: another app could mark its own in the same way */
export function createReadBack(client: WebClient, botId: string) {
  /** The message of this name that the bot has posted in a place since a moment, besides one; `undefined` if there is none. */
  return async (
    { channel: place, thread_ts: ts }: Place,
    effect: string,
    since: Date,
    besides?: string,
  ): Promise<{ channel: string; ts: string } | undefined> => {
    const channel = /^[UW]/.test(place) ? await directMessagesWith(place) : place;
    const oldest = String(since.getTime() / 1000 - TOLERANCE_S);
    let cursor: string | undefined;
    do {
      const asked = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
      const { messages = [], response_metadata } =
        ts === undefined
          ? await client.conversations.history(asked)
          : await client.conversations.replies({ ...asked, ts });
      const found = messages.find(
        ({ bot_id, metadata, ts }) => bot_id === botId && effectIn(metadata) === effect && ts !== besides,
      );
      if (found?.ts) return { channel, ts: found.ts };
      cursor = response_metadata?.next_cursor;
    } while (cursor);
    return undefined;
  };

  async function directMessagesWith(user: string): Promise<string> {
    const { channel } = await client.conversations.open({ users: user });
    return channel?.id ?? user;
  }
}

const effectIn = (metadata: { event_payload?: object } = {}): unknown =>
  (metadata.event_payload as { effect?: unknown } | undefined)?.effect;
