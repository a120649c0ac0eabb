import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MailSlice } from '../../../slices.ts';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';
import { MailText } from './mail-text.ts';
import { MailTime } from './mail-time.ts';

type Form = 'formatted' | 'plainText';

/** An e-mail as its reader sees it; what is in it can run nothing and lead nowhere, but its plain text has live links. */
export function Mail({ mail }: { mail: MailSlice }): VNode {
  const { mailbox: words } = useWords(slackWords);
  const { from, to, replyTo, subject, at, text, html: formatted } = mail;
  const forms: Form[] = [...(formatted ? (['formatted'] as const) : []), ...(text ? (['plainText'] as const) : [])];
  const [chosen, setChosen] = useState<Form>();
  const form = chosen ?? forms[0];

  return html`
    <article class="slack-mail" aria-labelledby="slack-mail-subject">
      <h3 id="slack-mail-subject" dir="auto">${subject}</h3>
      <dl class="slack-mail-facts">
        <${Fact} name=${words.from}>${from}<//>
        <${Fact} name=${words.to}>${to.join(', ')}<//>
        ${replyTo.length > 0 && html`<${Fact} name=${words.replyTo}>${replyTo.join(', ')}<//>`}
        <${Fact} name=${words.sent}><${MailTime} at=${at} /><//>
      </dl>
      ${
        forms.length > 1 &&
        html`
        <div class="slack-mail-forms" role="group" aria-label=${words.shownAs}>
          ${forms.map(
            (one) => html`
              <button key=${one} type="button" aria-pressed=${one === form} onClick=${() => setChosen(one)}>
                ${words[one]}
              </button>
            `,
          )}
        </div>
      `
      }
      ${form === 'formatted' && html`<${Formatted} mail=${formatted} subject=${subject} />`}
      ${form === 'plainText' && html`<${MailText} text=${text} />`}
      ${form === undefined && html`<p class="slack-empty">${words.noContent}</p>`}
    </article>
  `;
}

/**
 * A mail has the fonts of whoever reads it, and a machine may have none for Japanese: here it gets the page's. The frame
 * is of the page's own origin for their sake alone; scripts are forbidden in it.
 */
function Formatted({ mail, subject }: { mail: string; subject: string }): VNode {
  const srcdoc = `${mail}<link rel="stylesheet" href="/page/slack/css/mail-page.css">`;
  return html`<iframe class="slack-mail-page" sandbox="allow-same-origin" srcdoc=${srcdoc} title=${subject}></iframe>`;
}

function Fact({ name, children }: { name: string; children?: ComponentChildren }): VNode {
  return html`<div><dt>${name}</dt><dd><bdi>${children}</bdi></dd></div>`;
}
