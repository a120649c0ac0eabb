import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Membership } from '../onboarding/membership.ts';
import { oneLine } from '../onboarding/names.ts';
import type { SlackPerson } from '../onboarding/slack-person.ts';
import { unlessSlackSays } from './unless-slack-says.ts';

/** Long enough for somebody to fill in a form. What decides about rights is asked afresh (`forceRefresh`). */
const FRESH_FOR_MS = 10 * 60_000;

/** The workspace that the bot is in, and which of its bots it is. */
export type Home = { teamId: string; teamName: string; botId: string; enterpriseId?: string };

/** Who is who in the Slack workspace. */
export type Directory = ReturnType<typeof createDirectory>;

/**
 * Looks people up, with a cache of ten minutes.
 * @param client the client for look-ups, which may wait for Slack's rate limits (users.info: tier 4, usergroups.users.list: tier 2)
 */
export function createDirectory(client: WebClient, home: Pick<Home, 'teamId' | 'enterpriseId'>) {
  const people = new LRUCache<string, SlackPerson>({
    max: 10_000,
    ttl: FRESH_FOR_MS,
    fetchMethod: async (id) => {
      const answer = await unlessSlackSays(
        client.users.info({ user: id, include_locale: true }),
        'user_not_found',
        'user_not_visible',
      );
      return answer?.user ? personOf(answer.user, home) : undefined;
    },
  });
  const groups = new LRUCache<string, string[] | 'unknown'>({
    max: 1_000,
    ttl: FRESH_FOR_MS,
    fetchMethod: async (id) => {
      const answer = await unlessSlackSays(client.usergroups.users.list({ usergroup: id }), 'no_such_subteam');
      return answer ? (answer.users ?? []) : 'unknown';
    },
  });

  const person = (id: string, { forceRefresh = false } = {}): Promise<SlackPerson | undefined> =>
    people.fetch(id, { forceRefresh });

  return {
    /** A person by Slack id; `undefined` where Slack knows none. `forceRefresh` asks Slack even when the answer is in memory. */
    person,

    /** The same, of whom is in memory; for who cannot wait, or has something to say at every key. */
    known: (id: string): SlackPerson | undefined => people.get(id),

    /** The person with this e-mail; Slack finds no deactivated ones. `forceRefresh` as above. */
    async findByEmail(email: string, { forceRefresh = false } = {}): Promise<SlackPerson | undefined> {
      const answer = await unlessSlackSays(client.users.lookupByEmail({ email }), 'users_not_found');
      if (answer?.user?.id === undefined || isUnconfirmed(answer.user)) return undefined;
      return person(answer.user.id, { forceRefresh });
    },

    /** Whether there is such a user group, and whether Slack lets anybody read it: without a paid plan there are none. */
    async stateOfGroup(id: string): Promise<'known' | 'unknown' | 'not-on-plan'> {
      const members = await unlessSlackSays(groups.fetch(id), 'plan_upgrade_required');
      if (members === undefined) return 'not-on-plan';
      return members === 'unknown' ? members : 'known';
    },

    /** Expands a list of the policy file (S…, U…, e-mails): user groups become their members. `forceRefresh` as above. */
    async expand(entries: readonly string[], { forceRefresh = false } = {}): Promise<Membership> {
      const emails = entries.filter((entry) => entry.includes('@')).map((entry) => entry.toLowerCase());
      const ids = entries.filter((entry) => !entry.includes('@') && !isGroup(entry));
      const members = await Promise.all(entries.filter(isGroup).map((id) => groups.fetch(id, { forceRefresh })));
      return {
        slackUserIds: new Set([...ids, ...members.flatMap((found) => (Array.isArray(found) ? found : []))]),
        emails: new Set(emails),
      };
    },
  };
}

/** Of the entries of the policy file, those that name user groups. */
export const isGroup = (entry: string): boolean => entry.startsWith('S') && !entry.includes('@');

type SlackUser = NonNullable<UsersInfoResponse['user']> & { is_stranger?: boolean; locale?: string };

/** Somebody has typed their address, and not followed the link in Slack's mail: it may be anybody's. */
const isUnconfirmed = (user: { is_email_confirmed?: boolean }): boolean => user.is_email_confirmed === false;

function personOf(user: SlackUser, home: Pick<Home, 'teamId' | 'enterpriseId'>): SlackPerson {
  const written = isUnconfirmed(user) ? '' : (user.profile?.email ?? '');
  const email = written.toLowerCase();
  return {
    id: user.id ?? '',
    // Their owner's to choose: half a character in one would keep a mail from being sent.
    name: oneLine(user.profile?.real_name ?? '') || oneLine(user.real_name ?? '') || oneLine(user.name ?? ''),
    email,
    ...(written !== email && { emailAsWritten: written }),
    locale: user.locale ?? 'en-US',
    kind: kindOf(user, home),
  };
}

function kindOf(user: SlackUser, home: Pick<Home, 'teamId' | 'enterpriseId'>): SlackPerson['kind'] {
  if (user.deleted) return 'deactivated';
  // On Enterprise Grid a member's team_id may be the organization's, or another workspace's of theirs.
  const teams = user.enterprise_user?.teams;
  const isOurs = teams
    ? teams.includes(home.teamId)
    : user.team_id !== undefined && [home.teamId, home.enterpriseId].includes(user.team_id);
  if (user.is_stranger || !isOurs) return 'stranger';
  if (user.is_bot || user.is_workflow_bot || user.id === 'USLACKBOT') return 'bot';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}
