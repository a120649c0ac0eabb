import type { World } from '../../../sandbox/world.ts';
import type { Newcomer } from '../actors/story.ts';
import type { PlannedRequest } from '../plan/requests.ts';
import type { Has } from './facts.ts';

type There = { has: Map<string, Has>; isEmptyUser: boolean };

// What the policy of the sandbox gives.
const GROUP = 'Developers';
const POLICY = 'arn:aws:iam::aws:policy/IAMUserChangePassword';
const PERMISSION_SET = 'Developer';
const CENTER_GROUP = 'Engineering';

/** What AWS has of somebody, by place. */
export const thereIs = (world: World, { email }: Newcomer, plan: PlannedRequest, id: string): There =>
  plan.profile === 'developer' ? inIam(world, email, plan.accounts, id) : inCenter(world, email, plan);

function inIam({ aws }: World, email: string, accounts: string[], id: string): There {
  const hasIn = (accountId: string): Has => {
    const user = aws.look.accounts.get(accountId)?.users.get(email);
    if (!user) return 'nothing';
    const isWhole =
      user.groups.has(GROUP) &&
      user.policies.has(POLICY) &&
      user.path === '/onboarded/' &&
      user.permissionsBoundary === `arn:aws:iam::${accountId}:policy/boarding-pass-boundary` &&
      user.tags.some(({ Key, Value }) => Key === 'onboarding:request' && Value === id);
    return isWhole ? 'whole' : 'part';
  };
  return { has: new Map(accounts.map((account) => [account, hasIn(account)])), isEmptyUser: false };
}

function inCenter({ aws }: World, email: string, { profile, accounts }: PlannedRequest): There {
  const { users, assignments, memberships, groups, permissionSets } = aws.look.identityCenter;
  const user = [...users.values()].find(({ userName }) => userName === email);
  const theirs = assignments.filter(({ principalId }) => principalId === user?.userId);
  const isAssigned = (account: string) =>
    theirs.some(
      (each) => each.accountId === account && permissionSets.get(each.permissionSetArn)?.name === PERMISSION_SET,
    );
  const isMember = [...memberships.values()].some(
    ({ userId, groupId }) => userId === user?.userId && groups.get(groupId)?.displayName === CENTER_GROUP,
  );
  const has = new Map<string, Has>(
    profile === 'engineering'
      ? [['groups', isMember ? 'whole' : 'nothing']]
      : accounts.map((account) => [account, isAssigned(account) ? 'whole' : 'nothing']),
  );
  return { has, isEmptyUser: user !== undefined && ![...has.values()].includes('whole') };
}
