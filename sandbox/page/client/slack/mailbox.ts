import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import { useWords } from '../language.ts';
import { Mail } from './mail/mail.ts';
import { MailList } from './mail/mail-list.ts';
import { slackWords } from './words.ts';

/** The e-mails that SES was given, as their readers see them. */
export function Mailbox({ slices: { mails } }: { slices: Slices }): VNode {
  const { mailbox: words } = useWords(slackWords);
  const [chosen, setChosen] = useState<string>();
  const shown = mails.find(({ id }) => id === chosen) ?? mails.at(-1);
  // Whoever reads the newest one goes on reading it when another comes.
  useEffect(() => setChosen(shown?.id), [shown?.id]);

  return html`
    <section class="slack-mailbox" aria-labelledby="slack-mailbox-title">
      <header class="slack-header"><h2 id="slack-mailbox-title">${words.title}</h2></header>
      ${
        shown
          ? html`
            <${MailList} mails=${mails} current=${shown.id} onChoose=${setChosen} />
            <${Mail} key=${shown.id} mail=${shown} />
          `
          : html`<p class="slack-empty">${words.empty}</p>`
      }
    </section>
  `;
}
