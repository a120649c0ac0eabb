import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import { actAs } from '../act.ts';
import { useWords } from '../language.ts';
import { Conversation } from '../slack/conversation.ts';
import { Mailbox } from '../slack/mailbox.ts';
import { Modals } from '../slack/modals.ts';
import { conversationsOf, type SettledPlace } from './conversations.ts';
import { mailbox } from './place.ts';
import { shellWords } from './words.ts';

type Props = { slices: Slices; place: SettledPlace; note: string | undefined };

/** What the current person reads, and the modals over it. */
export function MiddlePane({ slices, place, note }: Props): VNode {
  const words = useWords(shellWords);
  const { person } = place;
  const act = useMemo(() => actAs(person), [person]);
  if (slices.me.user.id !== person) return html`<p class="shell-loading">${words.loading}</p>`;

  const conversation = conversationsOf(slices).find(({ id }) => id === place.conversation);

  return html`
    ${place.conversation === mailbox && html`<${Mailbox} slices=${slices} />`}
    ${
      conversation &&
      html`<${Conversation} key=${`${person} ${conversation.id}`} ...${conversation} ...${{ slices, act }} />`
    }
    <${Modals} key=${person} ...${{ slices, act, note }} />
  `;
}
