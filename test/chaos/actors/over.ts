import { endOfCard, endOfNews, endsBeforehand } from '../judge/ends.ts';
import { type Eyes, isAbout, wordsIn } from '../world/eyes.ts';

/** Both who decided and who asked can read how it ended. */
export function isOver({ requester }: { requester: { id: string } }, id: string, eyes: Eyes): boolean {
  const news = eyes.dm(requester.id).messages.filter((message) => isAbout(message, id));
  const [ending] = news.flatMap(({ blocks }) => endOfNews(wordsIn(blocks)) ?? []);
  const card = eyes.card(id);
  return card ? ending !== undefined && endOfCard(wordsIn(card.blocks)) !== undefined : endsBeforehand(ending);
}
