import type { SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { accountOptions } from '../../messages/requester/request-form.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

/** Slack shows at most 100 options. Source: docs.slack.dev, external_select. */
const MAX_OPTIONS = 100;

/** Somebody types into the field of accounts: the best matches among the accounts that the chosen profile offers, or any while none is chosen; from memory. */
export const suggestAccounts =
  ({ accounts, directory, log }: Pick<Services, 'accounts' | 'directory' | 'log'>) =>
  async ({ ack, body, payload }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    const words = await wordsOf(body.user.id, { directory, log: log.child({ request: body.view?.id }) }, 100);
    const profile = body.view?.private_metadata ?? '';
    const result = accounts.search(payload.value, MAX_OPTIONS, profile);
    const isNone = result.found.length === 0 && accounts.search('', 1, profile).found.length === 0;
    const { isLoaded, hasFailed } = accounts;
    await ack(accountOptions({ ...result, isLoaded, hasFailed, isNone }, words));
  };
