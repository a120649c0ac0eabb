import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../language.ts';
import { Badge } from './badge.ts';
import type { ListedConversation } from './conversations.ts';
import type { Said } from './news.ts';
import { mailbox } from './place.ts';
import { shellWords } from './words.ts';

type Props = {
  conversations: ListedConversation[];
  current: string | undefined;
  newsIn(conversation: string): Said;
  onChoose(conversation: string): void;
  hasMailbox: boolean;
};

/** Channels, direct messages, and the mailbox of all who get e-mails. */
export function ConversationList({ conversations, current, newsIn, onChoose, hasMailbox }: Props): VNode {
  const words = useWords(shellWords);
  const item = (id: string, title: string | VNode) => {
    const { all, toThem } = newsIn(id);
    return html`
      <li key=${id}>
        <button type="button" class=${all > 0 ? 'shell-conversation shell-unread' : 'shell-conversation'}
          aria-current=${id === current ? 'page' : undefined} onClick=${() => onChoose(id)}>
          <span class="shell-name" dir="auto">${title}</span>
          ${all > 0 && toThem === 0 && html`<span class="shell-unseen">${words.unread}</span>`}
          <${Badge} count=${toThem} />
        </button>
      </li>
    `;
  };
  const lock = html`<span class="shell-lock" role="img" aria-label=${words.isPrivate} title=${words.isPrivate}></span>`;

  return html`
    <section aria-labelledby="shell-channels">
      <h2 id="shell-channels">${words.channels}</h2>
      <ul>
        ${conversations
          .filter(({ isDm }) => !isDm)
          .map(({ id, title, isPrivate }) => item(id, isPrivate ? html`${title} ${lock}` : title))}
      </ul>
    </section>
    <section aria-labelledby="shell-dms">
      <h2 id="shell-dms">${words.directMessages}</h2>
      <ul>
        ${conversations.filter(({ isDm }) => isDm).map(({ id, title }) => item(id, title))}
      </ul>
    </section>
    ${
      hasMailbox &&
      html`
      <section aria-labelledby="shell-mail">
        <h2 id="shell-mail">${words.byMail}</h2>
        <ul>${item(mailbox, words.mailbox)}</ul>
      </section>
    `
    }
  `;
}
