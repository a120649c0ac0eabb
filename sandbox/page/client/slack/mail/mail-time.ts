import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLanguage } from '../../language.ts';
import { formatDate } from '../text/date-format.ts';

/** When a mail was sent, in the language of the page: a mailbox has no Slack locale. */
export function MailTime({ at }: { at: string }): VNode {
  const locale = useLanguage();
  const date = { timestamp: Date.parse(at) / 1000, format: '{date_short_pretty} {time}', fallback: at };
  return html`<time dateTime=${at}>${formatDate(date, { locale })}</time>`;
}
