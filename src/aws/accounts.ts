import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Logger } from 'pino';
import { type AccountList, gatherAccounts } from '../onboarding/account-list.ts';
import { idsIn, type Profile } from '../onboarding/profile.ts';
import { listAccounts } from './list-accounts.ts';

const REFRESH_EVERY_MS = 10 * 60_000;
const RETRY_AFTER_MS = 30_000;

/** The organization's accounts, in memory. */
export type Accounts = Pick<AccountList, 'find' | 'search'> & {
  readonly isLoaded: boolean;
  /** Whether the last attempt to load them did. */
  readonly hasFailed: boolean;
};

/**
 * Starts to load the accounts in the background and keeps them fresh until the signal; a failed refresh keeps the old list.
 * @param policy the log tells which of the accounts and units in it the organization does not have
 */
export function createAccounts(
  organizations: OrganizationsClient,
  { profiles }: { profiles: Pick<Profile, 'id' | 'accounts'>[] },
  log: Logger,
  signal: AbortSignal,
): Accounts {
  let list: AccountList | undefined;
  let hasFailed = false;

  async function load(): Promise<void> {
    const loaded = await read(organizations, profiles, log, signal);
    if (!list) {
      await inTurns(warmUp(loaded));
      log.info({ accounts: loaded.size }, 'accounts loaded');
    }
    list = loaded;
    hasFailed = false;
  }

  async function keepFresh(): Promise<void> {
    while (!signal.aborted) {
      let wait = REFRESH_EVERY_MS;
      try {
        await load();
      } catch (err) {
        if (signal.aborted) return;
        hasFailed = true;
        log.error({ err }, `accounts could not be loaded; trying again in 30 seconds${remedyFor(err)}`);
        wait = RETRY_AFTER_MS;
      }
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }
  void keepFresh();

  return {
    get isLoaded() {
      return list !== undefined;
    },
    get hasFailed() {
      return hasFailed;
    },
    find: (id) => list?.find(id),
    search: (...wanted) => list?.search(...wanted) ?? { found: [], more: 0 },
  };
}

/** Reads the organization once; tells what of the policy it does not have, and what it does not tell of itself. */
async function read(
  organizations: OrganizationsClient,
  profiles: Pick<Profile, 'id' | 'accounts'>[],
  log: Logger,
  signal: AbortSignal,
): Promise<AccountList> {
  const { add, list } = gatherAccounts(profiles);
  const unknown = new Set(idsIn(profiles));
  let homeless = 0;
  for await (const account of listAccounts(organizations, signal)) {
    add(account);
    for (const id of [account.id, ...account.unitIds]) unknown.delete(id);
    if (account.unitIds.length === 0) homeless++;
  }
  if (unknown.size > 0)
    log.error(
      { unknown: [...unknown] },
      'the policy file names accounts or units that do not exist or are empty: correct `accounts` in it',
    );
  if (homeless > 0)
    log.warn({ homeless }, 'Organizations names no path for some accounts; profiles limited to OUs do not offer them');
  return inTurns(list());
}

/** Denied for good, as far as anybody can tell: nobody but the operator ends that. */
const remedyFor = (err: unknown): string =>
  /^AccessDenied|^AWSOrganizationsNotInUse/.test((err as Error).name)
    ? '. Let the home account read the organization, with all six actions of docs/setup.md, step 3, and run the bot with the role boarding-pass-bot: until then no account is offered'
    : '';

/** Takes a step whenever nothing else wants to be done. */
async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}

/** So that the first key is answered as fast as all that follow: code that has not run yet is slow. */
function* warmUp({ search }: AccountList): Generator<void, void> {
  for (const text of ['a', 'e', 'i', 'dev', 'prod 1', 'a b', '0', '']) yield void search(text, 100, '');
}
