import { type Ending, endOfCard, endOfNews, endsBeforehand, kindOfNews } from './ends.ts';
import type { Cell, Finding, RequestFacts } from './facts.ts';
import { judgePerson } from './judge-person.ts';
import { reasonOf } from './reasons.ts';

/** Compares what people were told of a request with what there is. */
export function judge(facts: RequestFacts): Finding[] {
  const { id, cards, news, thread, people } = facts;
  const of = (cell: Cell, what: string): Finding => ({ cell, request: id, who: undefined, what });
  const [card] = cards;
  const endings = news.flatMap(({ words }) => endOfNews(words) ?? []);
  const findings = judgeCounts(facts).map(({ cell, what }) => of(cell, what));
  const end = card ? endOfCard(card.words) : beforehand(endings);

  if (!card && !end) return [...findings, of('lost', 'was sent, and nobody was asked to decide')];
  if (!end || card?.buttons)
    return [...findings, of('hanging', 'its card does not say how it ended, or has its buttons')];
  if (endings.length === 0) findings.push(of('hanging', 'the requester never heard how it ended'));
  if (news.some(({ buttons }) => buttons)) findings.push(of('hanging', 'it can still be withdrawn'));
  if (endings.some((ending) => ending !== end.ending))
    findings.push(of('told falsely', `${end.ending} in the channel, ${endings} to the requester`));
  findings.push(...judgeDecision(facts, end).map((what) => of('told falsely', what)));
  if (end.ending === 'failed') {
    const { why, isOfMachines } = reasonOf(news.map(({ words }) => words));
    if (!isOfMachines && !facts.isRefused) findings.push(of('lost', `ended without a result: ${why}`));
  }

  const said = [...cards.map(({ words }) => words), ...thread, ...news.map(({ words }) => words)];
  return [...findings, ...people.flatMap((person) => judgePerson(person, facts, end.ending, said))];
}

/** Of what cannot be given only the requester hears. */
const beforehand = ([ending]: Ending[]): { ending: Ending; by: string | undefined } | undefined =>
  ending && endsBeforehand(ending) ? { ending, by: undefined } : undefined;

/** Of each message there is one. */
function judgeCounts({ cards, news, thread }: RequestFacts): { cell: Cell; what: string }[] {
  const kinds = news.map(({ words }) => kindOfNews(words));
  const repeated = [...Map.groupBy(kinds, (kind) => kind)].filter(([, { length }]) => length > 1);
  return [
    ...(cards.length > 1 ? [`${cards.length} cards`] : []),
    ...repeated.map(([kind, { length }]) => `the requester was told “${kind}” ${length} times`),
    ...(new Set(thread).size < thread.length ? ['the same message twice in the thread'] : []),
  ].map((what) => ({ cell: 'told twice', what }));
}

/** What counts is what somebody has clicked who is named. */
function judgeDecision({ clicks }: RequestFacts, { ending, by }: { ending: Ending; by: string | undefined }): string[] {
  const what = ending === 'boarded' ? 'approved' : ending;
  if (what !== 'approved' && what !== 'denied' && what !== 'withdrawn') return [];
  return clicks.some((click) => click.by === by && click.what === what) ? [] : [`${what} by ${by}, who did not`];
}
