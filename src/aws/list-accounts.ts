import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeOrganizationCommand,
  ListRootsCommand,
  type OrganizationsClient,
  paginateListAccounts,
  paginateListOrganizationalUnitsForParent,
} from '@aws-sdk/client-organizations';
import type { Account } from '../onboarding/profile.ts';

/** Every account of the organization, page after page, no faster than Organizations lets anybody ask. */
export async function* listAccounts(organizations: OrganizationsClient, signal: AbortSignal): AsyncGenerator<Account> {
  const [{ Organization }, units] = await Promise.all([
    organizations.send(new DescribeOrganizationCommand({})),
    loadUnits(organizations, signal),
  ]);
  const pace = pacer(8, 12, signal); // ListAccounts: 8 per second, burst 12 (Organizations quotas)
  await pace();
  for await (const page of paginateListAccounts({ client: organizations }, {})) {
    for (const { Id: id, Name, Email, State, Status, Paths } of page.Accounts ?? []) {
      if (id === undefined) continue;
      // A path is organization/root/unit/…/account/; the first and the last are no units.
      const unitIds = Paths?.[0]?.split('/').filter((part) => units.has(part)) ?? [];
      yield {
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
      };
    }
    await pace();
  }
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
