import type { SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { accountOptions } from '../../messages/requester/request-form.ts';
import { type Account, isOffered } from '../../onboarding/profile.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

/** Slack shows at most 100 options. Source: docs.slack.dev, external_select. */
const MAX_OPTIONS = 100;

/** Somebody types into the field of accounts: the best matches among the accounts that the chosen profile offers, or any while none is chosen; from memory. */
export const suggestAccounts =
  ({ accounts, policy, directory, log }: Pick<Services, 'accounts' | 'policy' | 'directory' | 'log'>) =>
  async ({ ack, body, payload }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    const words = await wordsOf(body.user.id, { directory, log: log.child({ request: body.view?.id }) }, 100);
    const chosen = policy.profiles.filter(({ id }) => id === body.view?.private_metadata);
    const profiles = chosen.length > 0 ? chosen : policy.profiles;
    const isWanted = (account: Account) => profiles.some((profile) => isOffered(profile, account));
    const result = accounts.search(payload.value, MAX_OPTIONS, isWanted);
    const isNone = result.found.length === 0 && accounts.search('', 1, isWanted).found.length === 0;
    const { isLoaded, hasFailed } = accounts;
    await ack(accountOptions({ ...result, isLoaded, hasFailed, isNone }, words));
  };
