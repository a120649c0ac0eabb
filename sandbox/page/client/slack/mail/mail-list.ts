import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MailSlice } from '../../../slices.ts';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';
import { MailTime } from './mail-time.ts';

type Props = { mails: MailSlice[]; current: string; onChoose(id: string): void };

/** So many of the newest are listed. */
const most = 200;

export function MailList({ mails, current, onChoose }: Props): VNode {
  const { mailbox: words } = useWords(slackWords);
  return html`
    <ul class="slack-mails" aria-label=${words.list}>
      ${mails
        .slice(-most)
        .toReversed()
        .map(
          ({ id, to, subject, at }) => html`
            <li key=${id}>
              <button type="button" class="slack-mail-line" aria-current=${id === current ? 'true' : undefined}
                onClick=${() => onChoose(id)}>
                <span class="slack-mail-to"><bdi>${to.join(', ')}</bdi></span>
                <${MailTime} at=${at} />
                <span class="slack-mail-subject" dir="auto">${subject}</span>
              </button>
            </li>
          `,
        )}
    </ul>
  `;
}
