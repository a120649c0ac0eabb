import type { ModalView } from '@slack/types';
import type { EverythingRef, PortalCliRef } from '../contract/buttons.ts';
import { type CliScope, scopeOf } from '../messages/newcomer/cli-parts.ts';
import { type CliRef, cliCommandsWindow, cliNotice, cliWindow } from '../messages/newcomer/cli-window.ts';
import type { Words } from '../messages/words/words-for.ts';
import { portalTerminal } from '../methods/index.ts';
import { accessOf, type CliAccess } from '../onboarding/cli.ts';
import { sha256 } from '../onboarding/sha256.ts';
import { unlessSlackSays } from '../slack/unless-slack-says.ts';
import { type FindAccess, FindFailed } from '../workflow/find-access.ts';
import type { Services } from './services.ts';

/** As text to paste, or as commands. */
export type CliForm = 'file' | 'commands';

type Shown = { access: CliAccess; scope: CliScope; ref: CliRef; form: CliForm };

/** What one delivery brought, with the accounts called as they are now. */
export function deliveredOf(ref: PortalCliRef, { accounts }: Pick<Services, 'accounts'>): Omit<Shown, 'form'> {
  return { access: accessOf(ref, (id) => accounts.find(id)?.name), scope: scopeOf(ref), ref };
}

/** The window for it: what to paste or to run, or why there is nothing of the kind. */
export function cliView({ access, scope, ref, form }: Shown, words: Words): ModalView {
  const setup = portalTerminal().setUp(access, sha256);
  if (!setup) return cliNotice('unusable', words);
  if (scope.kind !== 'whole' && access.roles.length === 0) return cliNotice({ pending: scope.pending }, words, ref);
  if (access.roles.length === 0 && !scope.isMore) return cliNotice('none', words, ref);
  return form === 'file' ? cliWindow(setup, scope, ref, words) : cliCommandsWindow(setup, scope, words);
}

type Asked = { viewId: string; by: string; ref: EverythingRef; form: CliForm; words: Words };

/** Asks AWS what who clicked has now, and shows it in a window that is open already. */
export async function showEverything(
  { viewId, by, ref, form, words }: Asked,
  services: Pick<Services, 'answering' | 'directory' | 'accounts' | 'findAccess' | 'journal'>,
): Promise<void> {
  const { answering, journal } = services;
  const { profileId: profile } = ref;
  // `not_found`: the person has closed the window.
  const show = (view: ModalView) => unlessSlackSays(answering.views.update({ view_id: viewId, view }), 'not_found');
  try {
    const found = await findFor(by, ref, services);
    if (found === 'NothingForYou') {
      journal.record({ event: 'access-refused', by, profile });
      await show(cliNotice('nothing', words));
      return;
    }
    journal.record({ event: 'access-shown', by, profile });
    const { session, access, isMore } = found;
    const roles = access.map(({ accountId, permissionSet = '' }) => ({
      accountId,
      accountName: services.accounts.find(accountId)?.name,
      permissionSet,
      try: undefined,
    }));
    const scope: CliScope = { kind: 'whole', pending: 0, hasGroups: false, isMore };
    await show(cliView({ access: { session, roles }, scope, ref, form }, words));
  } catch (err) {
    const { name } = err as Error;
    journal.record({ event: 'access-failed', by, profile, error: err instanceof FindFailed ? err.error : name });
    await show(cliNotice('failed', words)).catch(() => {});
    throw err;
  }
}

/**
 * The machine is told who asks as Slack knows them at this moment, and tells of nobody else. Of people of another workspace that
 * workspace says which address they have: they are told nothing.
 */
async function findFor(
  by: string,
  { profileId, userId, owner = by }: EverythingRef,
  { directory, findAccess }: Pick<Services, 'directory' | 'findAccess'>,
): ReturnType<FindAccess> {
  if (owner !== by) return 'NothingForYou';
  const person = await directory.person(by, { forceRefresh: true });
  const isOurs = person?.kind === 'member' || person?.kind === 'guest';
  const email = person?.emailAsWritten ?? person?.email ?? '';
  return !isOurs || email === '' ? 'NothingForYou' : findAccess({ profileId, email, userId });
}
