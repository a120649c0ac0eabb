import type { WebClient } from '@slack/web-api';
import { LONG_LIST } from '../../contract/sizes.ts';
import type { ProgressInput } from '../../contract/tasks.ts';
import { progressPost } from '../../messages/approvers/request-post.ts';
import { batchPost } from '../../messages/approvers/request-thread.ts';
import type { Words } from '../../messages/words/words-for.ts';
import type { EditInTime } from '../effects/edit-in-time.ts';
import type { PostOnce } from '../effects/post-once.ts';
import type { Task } from '../task.ts';

type Parts = { postOnce: PostOnce; posting: WebClient; editInTime: EditInTime; words: Words };

/** After a batch: of a long list, posts what became of these people in the request's thread; then moves the bar. */
export function progress({ postOnce, posting, editInTime, words }: Parts): Task<ProgressInput> {
  return async (input, context) => {
    const { message, index, size, total, people } = input;
    const inThread = total > LONG_LIST;
    if (inThread) {
      const place = { channel: message.channel, thread_ts: message.ts };
      await postOnce(`batch/${index}`, { ...place, ...batchPost(input, words) }, context);
    }
    const done = { done: index * size + people.length, all: total };
    const edited = { ...message, ...progressPost(input, done, words) };
    // Once: the next batch moves it, too.
    await editInTime(() => posting.chat.update(edited), context).catch((err: unknown) =>
      context.log.warn({ err }, 'the progress of a request could not be shown'),
    );
    return { inThread };
  };
}
