import { z } from 'zod';
import type { Team, UserGroup } from '../../../organization/organization.ts';
import { Refusal } from '../../refusal.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { flag, type Method, method } from '../method.ts';

/** Groups keep the members who were deactivated since, as Slack's do until someone edits the group. */
export const usergroupsMethods = ({ people, team }: Workspace): Record<string, Method> => ({
  'usergroups.list': method({
    scopes: ['usergroups:read'],
    params: z.object({ include_users: flag }),
    run({ include_users }) {
      mustBePaidFor(team);
      const usergroups = people.groups().map((group) => ({
        ...groupJson(group, team.id),
        ...(include_users && { users: group.members }),
      }));
      return { usergroups };
    },
  }),

  'usergroups.users.list': method({
    scopes: ['usergroups:read'],
    params: z.object({ usergroup: z.string() }),
    run({ usergroup }) {
      mustBePaidFor(team);
      return { users: people.group(usergroup).members };
    },
  }),
});

function mustBePaidFor({ plan }: Team): void {
  if (plan === 'free') throw new Refusal('plan_upgrade_required');
}

const groupJson = ({ id, handle, members }: UserGroup, team_id: string) => ({
  id,
  team_id,
  is_usergroup: true,
  name: handle,
  handle,
  description: '',
  is_external: false,
  date_delete: 0,
  user_count: members.length,
});
