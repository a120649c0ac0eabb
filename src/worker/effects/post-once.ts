import type { WebClient } from '@slack/web-api';
import type { Posted } from '../../contract/state.ts';
import type { Message } from '../../messages/kit/blocks.ts';
import { marking, type Place, type ReadBack } from '../../slack/read-back.ts';
import { mustHold } from '../held.ts';
import type { TaskContext } from '../task.ts';
import { toTaskError } from '../task-error.ts';

type Parts = { posting: WebClient; readBack: ReadBack };

/**
 * Posts a message, or finds it where an earlier try of the task has posted it.
 * @param effect tells it from all the other messages of its request, whatever process posts them and however often it tries
 * @throws also where it cannot be told whether the message is there: the next try looks again
 */
export type PostOnce = (
  effect: string,
  message: Message & (Place | { channel: string; thread_ts: string; reply_broadcast: true }),
  context: TaskContext,
) => Promise<Posted>;

export function createPostOnce({ posting, readBack }: Parts): PostOnce {
  return async (effect, message, context) => {
    const { executionName, triedSince, log } = context;
    const name = `${executionName}/${effect}`;
    const find = async (since: Date) => {
      const found = await readBack(message, name, since);
      if (found) log.info({ effect }, 'already posted: not posting it again');
      return found;
    };
    const now = new Date();
    const earlier = triedSince && (await find(triedSince));
    if (earlier) return earlier;
    mustHold(context);
    try {
      const { channel, ts } = await posting.chat.postMessage({
        ...message,
        unfurl_links: false,
        unfurl_media: false,
        metadata: marking(name),
      });
      const posted = { channel, ts } as Posted;
      return context.isHeld() ? posted : await unlessTwice(posted);
    } catch (err) {
      // Slack may have posted it, and only its answer was lost.
      const found = toTaskError(err).name === 'Unavailable' ? await find(now) : undefined;
      if (!found) throw err;
      return found;
    }

    /** Frozen since the hold was looked at, this process may have posted what another had posted meanwhile: it takes its own back. */
    async function unlessTwice(posted: Posted): Promise<Posted> {
      const twin = await readBack(message, name, now, posted.ts);
      if (!twin) return posted;
      log.warn({ effect }, 'another process has posted the message: taking this one back');
      await posting.chat.delete(posted);
      return twin;
    }
  };
}
