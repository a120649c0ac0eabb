import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenMessage } from '../../../slack/seen.ts';
import type { Slices } from '../../slices.ts';
import type { Act } from '../act.ts';
import { useWords } from '../language.ts';
import { ThreadView } from './thread-view.ts';
import { threadsOf } from './threads.ts';
import { useStuckToEnd } from './use-stuck-to-end.ts';
import { slackWords } from './words.ts';

export type Conversing = {
  id: string;
  /** With its `#`; for direct messages the other's name. */
  title: string;
  isDm: boolean;
  messages: SeenMessage[];
  slices: Slices;
  act: Act;
};

/** What was said in a conversation, the newest at the end. */
export function MessageLog({ id, title, isDm, messages, slices, act }: Conversing): VNode {
  const { conversation: words } = useWords(slackWords);
  const { list, content, onScroll, isBehind, toEnd } = useStuckToEnd(messages.at(-1)?.ts);
  const app = slices.world.bot;

  return html`
    <div class="slack-log-frame">
      <div class="slack-log" role="log" aria-label=${words.messages(title)} tabindex="0" ref=${list} onScroll=${onScroll}>
        <div class="slack-log-content" ref=${content}>
          ${
            messages.length === 0 &&
            html`<p class="slack-empty">${isDm ? words.emptyDm(app.name) : words.emptyChannel(title)}</p>`
          }
          ${threadsOf(messages).map(
            (thread) => html`<${ThreadView} key=${thread.message.ts} ...${{ thread, channel: id, app, act }} />`,
          )}
        </div>
      </div>
      ${isBehind && html`<button type="button" class="slack-to-newest" onClick=${toEnd}>${words.toNewest} ↓</button>`}
    </div>
  `;
}
