import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenMessage } from '../../../actor.ts';
import type { Slices } from '../../slices.ts';
import type { Act } from '../act.ts';
import { Composer } from './composer.ts';
import { MessageLog } from './message-log.ts';
import { ReaderProvider } from './reader.ts';

export type ConversationProps = {
  id: string;
  /** With its `#`; for direct messages the other's name. */
  title: string;
  isDm: boolean;
  messages: SeenMessage[];
  slices: Slices;
  act: Act;
};

/** A channel or direct messages: what was said, and the field to write in. */
export function Conversation(props: ConversationProps): VNode {
  const { id, title, slices, act } = props;
  const place = `${slices.me.user.id} ${id}`;
  // What was said in another world, and where one was in it, is no more.
  return html`
    <${ReaderProvider} slices=${slices}>
      <section class="slack-conversation" aria-labelledby="slack-conversation-title">
        <header class="slack-header">
          <h2 id="slack-conversation-title" dir="auto"><bdi>${title}</bdi></h2>
        </header>
        <${MessageLog} key=${`${slices.world.id} ${place}`} ...${props} />
        <${Composer} key=${`composer ${place}`} ...${{ place, title, act, channel: id }} commands=${slices.world.commands} />
      </section>
    <//>
  `;
}
