import type { Services } from './services.ts';

type Payload = {
  channel?: { id?: string };
  channel_id?: string;
  message?: { ts?: string; thread_ts?: string; subtype?: string };
};

/**
 * Says something to somebody and only to them, where they are: in the channel, and in the thread that they may have before them. Where
 * Slack does not take it there, or they are in no channel (a window), the same words go to them directly.
 * @param body what Slack told of what they did
 */
export async function whisper(
  text: string,
  { user, body }: { user: string; body: object },
  { answering }: Pick<Services, 'answering'>,
): Promise<void> {
  const { channel, threads } = placesIn(body);
  const said = channel === undefined ? [] : threads.map((thread) => ({ channel, user, text, ...thread }));
  const answers = await Promise.allSettled(said.map((each) => answering.chat.postEphemeral(each)));
  if (answers.some(({ status }) => status === 'fulfilled')) return;
  await answering.chat.postMessage({ channel: user, text });
}

/**
 * A reply that stands in its thread alone is answered there. What stands in the channel, too, may have been clicked in either: Slack does
 * not tell, and nobody looks for an answer elsewhere.
 */
function placesIn(body: Payload) {
  const { ts, thread_ts, subtype } = body.message ?? {};
  const inChannel = {};
  const isReply = thread_ts !== ts && subtype !== 'thread_broadcast';
  const threads = thread_ts === undefined ? [inChannel] : [...(isReply ? [] : [inChannel]), { thread_ts }];
  return { channel: body.channel?.id ?? body.channel_id, threads };
}
