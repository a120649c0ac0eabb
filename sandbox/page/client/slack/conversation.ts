import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../language.ts';
import { Composer } from './composer.ts';
import { type Conversing, MessageLog } from './message-log.ts';
import { ReaderProvider } from './reader.ts';
import { slackWords } from './words.ts';

/** A channel or direct messages: what was said, and the field to write in, where there is one. */
export function Conversation(props: Conversing): VNode {
  const { id, title, isDm, slices, act } = props;
  const { composer: words } = useWords(slackWords);
  const place = `${slices.me.user.id} ${id}`;
  // What was said in another world, and where one was in it, is no more.
  return html`
    <${ReaderProvider} slices=${slices}>
      <section class="slack-conversation" aria-labelledby="slack-conversation-title">
        <header class="slack-header">
          <h2 id="slack-conversation-title" dir="auto"><bdi>${title}</bdi></h2>
        </header>
        <${MessageLog} key=${`${slices.world.id} ${place}`} ...${props} />
        ${
          isDm && slices.world.bot.isReadOnly
            ? html`<p class="slack-no-composer">${words.readOnly}</p>`
            : html`<${Composer} key=${`composer ${place}`} ...${{ place, title, act, channel: id }} commands=${slices.world.commands} />`
        }
      </section>
    <//>
  `;
}
