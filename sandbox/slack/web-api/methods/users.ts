import { z } from 'zod';
import type { Person, Team } from '../../../organization/organization.ts';
import { bot, otherTeam } from '../../bot.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { count, flag, type Method, method } from '../method.ts';
import { pageOf } from '../pages.ts';
import type { Scopes } from '../scopes.ts';

const zones: Record<string, string> = { 'ja-JP': 'Asia/Tokyo', 'de-DE': 'Europe/Berlin', 'en-GB': 'Europe/London' };

/** The organization as Slack writes it beside a member: https://docs.slack.dev/reference/objects/user-object#enterprise */
const named = ({ enterprise }: Team) => ({ enterprise_id: enterprise?.id, enterprise_name: enterprise?.name });

export function usersMethods(workspace: Workspace, scopes: Scopes): Record<string, Method> {
  const { people } = workspace;
  const show = (person: Person, withLocale: boolean) => userJson(workspace, scopes, person, withLocale);
  return {
    'users.info': method({
      scopes: ['users:read'],
      params: z.object({ user: z.string(), include_locale: flag }),
      run: ({ user, include_locale }) => ({ user: show(people.find(user), include_locale) }),
    }),

    'users.lookupByEmail': method({
      scopes: ['users:read.email'],
      params: z.object({ email: z.string() }),
      run: ({ email }) => ({ user: show(people.byEmail(email), false) }),
    }),

    'users.list': method({
      scopes: ['users:read'],
      params: z.object({ include_locale: flag, limit: count(1000, 1000), cursor: z.string().default('') }),
      run({ include_locale, limit, cursor }) {
        const { page, next_cursor } = pageOf(people.list(), limit, cursor);
        return {
          members: page.map((person) => show(person, include_locale)),
          response_metadata: { next_cursor },
        };
      },
    }),
  };
}

/** Deactivated people keep little (docs.slack.dev/reference/objects/user-object); strangers show no address. */
function userJson({ conversations, team }: Workspace, scopes: Scopes, person: Person, withLocale: boolean) {
  const { id, name, realName, email, locale, guest, grid, stranger = false, deleted = false } = person;
  const team_id = stranger ? otherTeam : (grid?.team ?? team.id);
  const showEmail = scopes.has('users:read.email') && !stranger && email !== '';
  return {
    id,
    team_id,
    name,
    deleted,
    real_name: realName,
    profile: {
      real_name: realName,
      display_name: name,
      team: team_id,
      ...(showEmail && { email }),
      ...(person.bot && { bot_id: id === bot.user ? bot.id : `B${id.slice(1)}` }),
    },
    is_bot: person.bot ?? false,
    is_app_user: false,
    updated: 0,
    ...(!deleted && {
      tz: zones[locale] ?? 'America/Los_Angeles',
      is_admin: false,
      is_owner: false,
      is_restricted: guest !== undefined,
      is_ultra_restricted: guest === 'single-channel',
      is_email_confirmed: !person.bot && !person.unconfirmed,
    }),
    ...(grid && { enterprise_user: { id, ...named(team), teams: grid.teams } }),
    // Set only for someone whom the app meets in no channel: those of shared channels differ by team_id alone.
    ...(stranger && { is_stranger: !conversations.shares(id) }),
    ...(withLocale && !deleted && { locale }),
  };
}
