import type { OnboardingState, Posted } from '../../contract/state.ts';
import type { Message } from '../../messages/kit/blocks.ts';
import type { TaskContext } from '../task.ts';
import { toTaskError } from '../task-error.ts';
import type { PostOnce } from './post-once.ts';

/** Posts news to the requester, where their other messages about this request are. @throws as `postOnce` does */
export type TellRequester = (
  effect: string,
  message: Message,
  state: Pick<OnboardingState, 'followed' | 'requestedBy'>,
  context: TaskContext,
) => Promise<Posted>;

/**
 * In the thread of the first message, so that of several requests each has its own news; and also among the direct messages, since in a
 * thread alone it would depend on its reader's settings whether they hear of it. Where the first message is gone, as retention may have
 * it, or nobody may answer it, the news stands for itself.
 */
export function createTellRequester(postOnce: PostOnce): TellRequester {
  return async (effect, message, { followed, requestedBy }, context) => {
    const alone = () => postOnce(effect, { channel: requestedBy.slackUserId, ...message }, context);
    if (!followed) return alone();
    const { channel, ts } = followed;
    try {
      return await postOnce(effect, { channel, thread_ts: ts, reply_broadcast: true, ...message }, context);
    } catch (err) {
      // Slack has refused it there, and so has posted nothing.
      if (!['MessageGone', 'Failed'].includes(toTaskError(err).name)) throw err;
      return alone();
    }
  };
}
