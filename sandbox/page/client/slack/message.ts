import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenMessage } from '../../../slack/seen.ts';
import type { WorldSlice } from '../../slices.ts';
import type { Act } from '../act.ts';
import { useWords } from '../language.ts';
import { presentTime } from '../present-time.ts';
import { AppAvatar } from './app-avatar.ts';
import { Blocks } from './blocks/blocks.ts';
import { type Press, PressContext } from './elements/press.ts';
import { useReader } from './reader.ts';
import { formatDate } from './text/date-format.ts';
import { Mrkdwn } from './text/text.ts';
import type { Outcome } from './trouble.ts';
import { slackWords } from './words.ts';

type Props = { message: SeenMessage; channel: string; app: WorldSlice['bot']; act: Act; note?: string | undefined };

/** A message of the app as Slack draws it; a note says how it came here. */
export function Message({ message, channel, app, act, note }: Props): VNode {
  const { message: words } = useWords(slackWords);
  const { locale } = useReader();
  const { ts, text, blocks, edited, ephemeral } = message;
  /** Slack sends a click on what it showed, though the message may have changed in the same moment. */
  const press: Press = (actionId, value) =>
    act<Outcome>('click', { channel, ts, actionId, stale: true, ...(value !== undefined && { value }) });
  const shown = (format: string) => formatDate({ timestamp: Number(ts), format, fallback: '' }, { locale });

  return html`
    <article class=${ephemeral ? 'slack-message slack-ephemeral' : 'slack-message'} aria-labelledby="slack-by-${ts}">
      <${AppAvatar} />
      <div class="slack-message-main">
        ${ephemeral && html`<p class="slack-message-note">${words.onlyYou}</p>`}
        <p class="slack-message-by" id="slack-by-${ts}">
          <b><bdi>${app.name}</bdi></b>
          <span class="slack-app-badge">${words.app}</span>
          <time dateTime=${new Date(Number(ts) * 1000).toISOString()} title=${shown('{date_long} {time_secs}')}>
            ${shown(isFromToday(ts) ? '{time}' : '{date_short} {time}')}
          </time>
        </p>
        ${note && html`<p class="slack-message-note">${note}</p>`}
        <${PressContext.Provider} value=${press}>
          ${
            blocks.length > 0
              ? html`<${Blocks} blocks=${blocks} />`
              : html`<div class="slack-text" dir="auto"><${Mrkdwn} text=${text} /></div>`
          }
        <//>
        ${edited && html`<span class="slack-edited">${words.edited}</span>`}
      </div>
    </article>
  `;
}

const isFromToday = (ts: string): boolean =>
  new Date(Number(ts) * 1000).toDateString() === new Date(presentTime()).toDateString();
