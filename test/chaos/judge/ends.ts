/** How a request ended, as people read it. */
export type Ending = 'boarded' | 'denied' | 'withdrawn' | 'expired' | 'nobody' | 'failed';

/** What a message begins with, in the channel and to the requester. */
const CARD: Record<Ending, RegExp> = {
  boarded: /:(?:white_check_mark|warning): Approved by <@(\w+)>/,
  denied: /:no_entry: Denied by <@(\w+)>/,
  withdrawn: /:leftwards_arrow_with_hook: Withdrawn by <@(\w+)>/,
  expired: /:alarm_clock: Nobody decided in time/,
  nobody: /:grey_question: None of these people/,
  failed: /:x: The request has ended without a result/,
};
const NEWS: Record<Ending, RegExp> = {
  boarded: /:white_check_mark: Done:|:warning: Approved and tried|:warning: \d+ of \d+ /,
  denied: /:no_entry: <@(\w+)> denied your request/,
  withdrawn: /:leftwards_arrow_with_hook: You withdrew/,
  expired: /:alarm_clock: Nobody decided on your request/,
  nobody: /:grey_question: Nobody in your request/,
  failed: /:x: Your request/,
};

const ENDINGS = Object.keys(CARD) as Ending[];

/** How the card says that it ended, and whose decision it was; `undefined` while it has not. */
export function endOfCard(text: string): { ending: Ending; by: string | undefined } | undefined {
  const ending = ENDINGS.find((each) => CARD[each].test(text));
  return ending && { ending, by: CARD[ending].exec(text)?.[1] };
}

/** The same of one of the requester's messages. */
export const endOfNews = (text: string): Ending | undefined => ENDINGS.find((each) => NEWS[each].test(text));

/** Nobody is asked to decide where nothing can be given. */
export const endsBeforehand = (ending: Ending | undefined): boolean => ending === 'failed' || ending === 'nobody';

/** What the requester's messages are, but for the last one: that it was sent, which says later that it is over, and that it was approved. */
export function kindOfNews(text: string): 'sent' | 'approved' | Ending | 'other' {
  if (text.includes(':outbox_tray:')) return 'sent';
  if (text.includes(':thumbsup:')) return 'approved';
  return endOfNews(text) ?? 'other';
}
