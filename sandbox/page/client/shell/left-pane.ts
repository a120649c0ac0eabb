import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PersonSlice, Slices } from '../../slices.ts';
import { useWords } from '../language.ts';
import { ConversationList } from './conversation-list.ts';
import { conversationsOf, type SettledPlace } from './conversations.ts';
import { mailbox } from './place.ts';
import type { AllNews } from './use-news.ts';
import { WhoYouAre } from './who-you-are.ts';
import { shellWords } from './words.ts';

type Props = {
  slices: Slices;
  place: SettledPlace;
  news: AllNews;
  onPerson(person: PersonSlice): void;
  onConversation(conversation: string): void;
};

/** Who one is, and what there is to read as them. */
export function LeftPane({ slices, place, news, onPerson, onConversation }: Props): VNode {
  const words = useWords(shellWords);
  const { people, world } = slices;
  const { person, conversation } = place;
  return html`
    <nav aria-label=${words.peopleAndConversations}>
      <${WhoYouAre} people=${people} current=${person} news=${news} onChoose=${onPerson} />
      <${ConversationList}
        conversations=${conversationsOf(slices)}
        current=${conversation}
        newsIn=${(id: string) => (id === mailbox ? { all: news.mails, toThem: news.mails } : news.in(person, id))}
        onChoose=${onConversation}
        hasMailbox=${world.aws}
      />
    </nav>
  `;
}
