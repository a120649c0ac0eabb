import { useEffect } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import { canAct } from './listed-people.ts';
import { createNews, executionNews, type News, type Said, seenKey } from './news.ts';
import { mailbox, type Pane } from './place.ts';
import { useSeen } from './use-seen.ts';
import { useVisible } from './use-visible.ts';

/** What is before somebody's eyes. */
export type Shown = { person: string; conversation: string | undefined; isAwsShown: boolean };

export type AllNews = News & { mails: number; inPanes: Record<Pane, number> };

/** What is new to the people of this tab; what is shown is so no longer. */
export function useNews({ world, people, activity, mails, executions }: Slices, shown: Shown): AllNews {
  const { seen, markSeen } = useSeen(world.id);
  const isVisible = useVisible();
  const news = createNews(activity, world, seen);
  const { person, conversation, isAwsShown } = shown;
  const current = people.find(({ id }) => id === person);
  const begun = executionNews(executions, seen.executions?.all ?? 0);

  useEffect(() => {
    if (!isVisible) return;
    if (isAwsShown) markSeen('executions', toNobody(begun.latest));
    if (conversation === mailbox) markSeen(mailbox, toNobody(mails.length));
    else if (conversation) markSeen(seenKey(person, conversation), news.said(person, conversation));
  });

  return {
    ...news,
    mails: Math.max(0, mails.length - (seen[mailbox]?.all ?? 0)),
    inPanes: {
      people: people.filter((one) => canAct(one) && news.of(one) > 0).length,
      slack: current ? news.of(current) : 0,
      aws: begun.count,
    },
  };
}

/** For what is counted otherwise than by messages. */
const toNobody = (all: number): Said => ({ all, toThem: 0 });
