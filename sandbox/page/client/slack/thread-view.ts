import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { WorldSlice } from '../../slices.ts';
import type { Act } from '../act.ts';
import { useWords } from '../language.ts';
import { Message } from './message.ts';
import type { Thread } from './threads.ts';
import { slackWords } from './words.ts';

type Props = { thread: Thread; channel: string; app: WorldSlice['bot']; act: Act };

/** A message with its replies, which can be folded away. */
export function ThreadView({ thread: { message, replies, isReply }, ...place }: Props): VNode {
  const { message: words } = useWords(slackWords);
  const note = isReply ? (message.broadcast ? words.toThread : words.toEarlier) : undefined;
  return html`
    <${Message} ...${{ message, note, ...place }} />
    ${
      replies.length > 0 &&
      html`
        <details class="slack-thread" open>
          <summary>${words.replies(replies.length)}</summary>
          ${replies.map((reply) => html`<${Message} key=${reply.ts} message=${reply} ...${place} />`)}
        </details>
      `
    }
  `;
}
