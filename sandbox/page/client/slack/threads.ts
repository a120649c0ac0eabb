import type { SeenMessage } from '../../../slack/seen.ts';

/** A message of a conversation, and the replies in its thread. */
export type Thread = { message: SeenMessage; replies: SeenMessage[]; isReply: boolean };

/**
 * What stands in a conversation from top to bottom: replies are under their parent, and once more in the conversation
 * where they were broadcast. A reply whose parent is too old to be here stands alone.
 */
export function threadsOf(messages: SeenMessage[]): Thread[] {
  const known = new Set(messages.map(({ ts }) => ts));
  const isReply = ({ ts, thread_ts }: SeenMessage) => thread_ts !== undefined && thread_ts !== ts;
  return messages.flatMap((message) => {
    if (isReply(message) && known.has(message.thread_ts ?? '') && !message.broadcast) return [];
    const replies = messages.filter((other) => isReply(other) && other.thread_ts === message.ts);
    return [{ message, replies, isReply: isReply(message) }];
  });
}
