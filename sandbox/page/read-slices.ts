import { createAccountsReader } from './read/accounts.ts';
import { readActivity } from './read/activity.ts';
import { createExecutionsReader } from './read/executions.ts';
import { readIdentityCenter } from './read/identity-center.ts';
import { nobody, readMe } from './read/me.ts';
import { createPeopleReader } from './read/people.ts';
import type { Sources, Viewer } from './read/sources.ts';
import { readWorld } from './read/world.ts';
import type { Slices } from './slices.ts';

export type ReadSlices = {
  slices: { [Name in keyof Slices]: (viewer: Viewer) => Slices[Name] };
  knows(person: string): boolean;
  /** Who the page is about before anybody was chosen. */
  firstPerson(): string;
};

/** Reads each slice from the local Slack and the local AWS as they are now. */
export function createReader(sources: Sources): ReadSlices {
  const { organization, slack, aws } = sources;
  const world = readWorld(sources);
  const people = slack ? createPeopleReader(slack, sources.policyFile) : () => [];
  const accounts = aws
    ? createAccountsReader(aws, organization)
    : () => ({ total: 0, matching: 0, shown: [], used: [] });
  const executions = aws ? createExecutionsReader(aws) : () => [];
  const canAct = ({ bot, deleted }: { bot?: true; deleted?: true }) => !bot && !deleted;

  return {
    slices: {
      world: () => world,
      time: () => ({ ahead: sources.ahead(), canBeMoved: slack !== undefined && aws !== undefined }),
      people,
      activity: () => (slack ? readActivity(slack) : []),
      me: (viewer) => (slack ? readMe(slack, viewer) : nobody),
      mails: () => (aws ? [...aws.mails] : []),
      accounts: ({ find }) => accounts(find),
      identityCenter: () => (aws ? readIdentityCenter(aws) : { portalUrl: '', users: [], groups: [], assignments: [] }),
      executions,
    },
    knows: (person) => slack === undefined || slack.people.exists(person),
    firstPerson: () => slack?.people.list().find(canAct)?.id ?? '',
  };
}
