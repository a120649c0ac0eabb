import type { Organization, Person, UserGroup } from '../../organization/organization.ts';
import { bot } from '../bot.ts';
import { Refusal } from '../refusal.ts';

/** `undefined` takes a flag away: `{deleted: undefined}` reactivates. */
export type PersonChange = { [Field in Exclude<keyof Person, 'id'>]?: Person[Field] | undefined };

/** Somebody at one of their clients, as each tab is one: the modals that they open come up there. Unnamed, they come up at all. */
export type PersonAt = Person & { client?: string | undefined };

export type People = ReturnType<typeof createPeople>;

/** The workspace's members and their user groups, which may change while the world runs. */
export function createPeople({ people, userGroups }: Pick<Organization, 'people' | 'userGroups'>) {
  const robot: Person = { id: bot.user, name: bot.name, realName: bot.name, email: '', locale: 'en-US', bot: true };
  const byId = new Map([...people, robot].map((person) => [person.id, { ...person }]));
  const groups = new Map(userGroups.map((group) => [group.id, { ...group }]));

  let version = 0;

  function find(id: string): Person {
    const person = byId.get(id);
    if (!person) throw new Refusal('user_not_found');
    return person;
  }

  function group(id: string): UserGroup {
    const found = groups.get(id);
    if (!found) throw new Refusal('no_such_subteam');
    return found;
  }

  return {
    find,
    group,
    exists: (id: string): boolean => byId.has(id),
    list: (): Person[] => [...byId.values()],
    groups: (): UserGroup[] => [...groups.values()],
    /** Another one after every change. */
    version: (): number => version,

    /** Slack finds neither deactivated people nor those of other workspaces by their address. */
    byEmail(email: string): Person {
      const person = [...byId.values()].find(
        (one) => !one.deleted && !one.stranger && one.email.toLowerCase() === email.toLowerCase() && email !== '',
      );
      if (!person) throw new Refusal('users_not_found');
      return person;
    },

    change(id: string, change: PersonChange): void {
      const kept = Object.entries({ ...find(id), ...change }).filter(([, value]) => value !== undefined);
      byId.set(id, Object.fromEntries(kept) as Person);
      version += 1;
    },

    setGroupMembers(id: string, members: string[]): void {
      groups.set(id, { ...group(id), members: [...members] });
      version += 1;
    },
  };
}
