import { trouble } from '../../../src/messages/words/trouble/en.ts';

/** With these a request may end where a service is away that only machines call: they are tried for a minute, and then it is said so. */
const OF_MACHINES = [trouble.ProfileUnavailable, trouble.OrganizationUnreadable];

/** What AWS says to machines. The queue is not among it: it may be away for as long as the bot. */
const OF_AWS = /\(`(Iam|SNS|S3|Organizations|Identitystore|SsoAdmin)\.\w+/;

/** Why a request ended without a result, as its requester reads it. */
export function reasonOf(news: string[]): { why: string; isOfMachines: boolean } {
  const why = news.find((words) => words.includes(FAILED))?.split(FAILED)[1] ?? '';
  return {
    why: why.split('\n')[0] ?? '',
    isOfMachines: OF_MACHINES.some((each) => why.includes(each)) || OF_AWS.test(why),
  };
}

const FAILED = ' could not be carried out. ';
