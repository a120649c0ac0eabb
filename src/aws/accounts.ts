import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeOrganizationCommand,
  ListRootsCommand,
  type OrganizationsClient,
  paginateListAccounts,
  paginateListOrganizationalUnitsForParent,
} from '@aws-sdk/client-organizations';
import type { Logger } from 'pino';
import { type Account, idsIn, type Profile } from '../onboarding/profile.ts';
import { type SearchableAccount, searchAccounts, searchable } from '../onboarding/search.ts';

const REFRESH_EVERY_MS = 10 * 60_000;
const RETRY_AFTER_MS = 30_000;

/** The organization's accounts, in memory. */
export type Accounts = ReturnType<typeof createAccounts>;

/**
 * Starts to load the accounts in the background and keeps them fresh until the signal; a failed refresh keeps the old list.
 * @param policy the log tells which of the accounts and units in it the organization does not have
 */
export function createAccounts(
  organizations: OrganizationsClient,
  policy: { profiles: Pick<Profile, 'accounts'>[] },
  log: Logger,
  signal: AbortSignal,
) {
  const named = idsIn(policy.profiles);
  let byId = new Map<string, SearchableAccount>();
  let isLoaded = false;
  let hasFailed = false;

  async function keepFresh(): Promise<void> {
    while (!signal.aborted) {
      let wait = REFRESH_EVERY_MS;
      try {
        const accounts = await loadAccounts(organizations, signal);
        byId = new Map(searchable(accounts).map((account) => [account.id, account]));
        if (!isLoaded) log.info({ accounts: byId.size }, 'accounts loaded');
        const known = new Set(accounts.flatMap(({ id, unitIds }) => [id, ...unitIds]));
        const unknown = named.filter((id) => !known.has(id));
        if (unknown.length > 0)
          log.error(
            { unknown },
            'the policy file names accounts or units that are not there or empty: mend `accounts` in it',
          );
        isLoaded = true;
        hasFailed = false;
        const homeless = accounts.filter(({ unitIds }) => unitIds.length === 0).length;
        if (homeless > 0)
          log.warn(
            { homeless },
            'Organizations names no path for some accounts; profiles limited to OUs do not offer them',
          );
      } catch (err) {
        if (signal.aborted) return;
        hasFailed = true;
        log.error({ err }, 'accounts could not be loaded; trying again in 30 seconds');
        wait = RETRY_AFTER_MS;
      }
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }
  void keepFresh();

  return {
    get isLoaded() {
      return isLoaded;
    },
    /** Whether the last attempt to load them did. */
    get hasFailed() {
      return hasFailed;
    },
    find: (id: string): Account | undefined => byId.get(id),
    search: (text: string, limit: number, isWanted: (account: Account) => boolean) =>
      searchAccounts([...byId.values()].filter(isWanted), text, limit),
  };
}

async function loadAccounts(organizations: OrganizationsClient, signal: AbortSignal): Promise<Account[]> {
  const [{ Organization }, units] = await Promise.all([
    organizations.send(new DescribeOrganizationCommand({})),
    loadUnits(organizations, signal),
  ]);
  const accounts: Account[] = [];
  const pace = pacer(8, 12, signal); // ListAccounts: 8 per second, burst 12 (Organizations quotas)
  await pace();
  for await (const page of paginateListAccounts({ client: organizations }, {})) {
    for (const { Id: id, Name, Email, State, Status, Paths } of page.Accounts ?? []) {
      if (id === undefined) continue;
      // A path is organization/root/unit/…/account/; the first and the last are no units.
      const unitIds = Paths?.[0]?.split('/').filter((part) => units.has(part)) ?? [];
      accounts.push({
        id,
        name: Name ?? id,
        email: Email ?? '',
        // Status was retired on 2026-09-09, but older partitions may still answer it alone.
        isActive: (State ?? Status) === 'ACTIVE',
        isManagement: id === Organization?.MasterAccountId,
        unitIds,
        unitPath: unitIds
          .map((unit) => units.get(unit))
          .filter(Boolean)
          .join(' / '),
      });
    }
    await pace();
  }
  return accounts;
}

/** The root (with no name of its own) and all units below it, by id. */
async function loadUnits(organizations: OrganizationsClient, signal: AbortSignal): Promise<Map<string, string>> {
  const { Roots } = await organizations.send(new ListRootsCommand({}));
  const units = new Map((Roots ?? []).map(({ Id }) => [Id ?? '', '']));
  const pace = pacer(5, 8, signal); // ListOrganizationalUnitsForParent: 5 per second, burst 8 (Organizations quotas)
  for (const parent of units.keys()) {
    // The loop also walks what it adds: a Map is iterated in the order of insertion.
    await pace();
    for await (const page of paginateListOrganizationalUnitsForParent(
      { client: organizations },
      { ParentId: parent },
    )) {
      for (const { Id, Name } of page.OrganizationalUnits ?? []) units.set(Id ?? '', Name ?? '');
    }
  }
  return units;
}

/**
 * Resolves so that no more than `burst` calls go at once and `perSecond` go in the long run.
 * @throws AbortError at the signal
 */
function pacer(perSecond: number, burst: number, signal: AbortSignal): () => Promise<void> {
  let earliest = 0;
  return async () => {
    const now = Date.now();
    earliest = Math.max(earliest + 1000 / perSecond, now - (burst * 1000) / perSecond);
    signal.throwIfAborted();
    if (earliest > now) await pause(earliest - now, undefined, { signal });
  };
}
