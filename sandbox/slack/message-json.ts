import { bot } from './bot.ts';
import type { Message } from './workspace/messages.ts';

/** A message as the Web API and the payloads show it. */
export const messageJson = ({ ts, content, editedAt, thread, hasReplies }: Message, team: string) => ({
  type: 'message',
  user: bot.user,
  bot_id: bot.id,
  app_id: bot.app,
  ts,
  team,
  text: content.text,
  ...(content.blocks.length > 0 && { blocks: content.blocks }),
  ...(content.metadata && { metadata: content.metadata }),
  ...(thread && { thread_ts: thread.ts, ...(thread.isBroadcast && { subtype: 'thread_broadcast' }) }),
  ...(hasReplies && { thread_ts: ts }),
  ...(editedAt && { edited: { user: bot.user, ts: editedAt } }),
});
