import type { World } from '../../../sandbox/world.ts';
import { arriveAtPortal } from '../actors/at-portal.ts';
import { newestPasswords, welcomesTo } from '../actors/mailbox.ts';
import { hasOwnPassword, signIn } from '../actors/sign-in.ts';
import type { Newcomer } from '../actors/story.ts';
import type { PlannedRequest } from '../plan/requests.ts';
import type { Answer } from './facts.ts';

/** Whether somebody can sign in as they were told, where they were told that they can, by place. */
export async function trySignIns(
  world: World,
  newcomer: Newcomer,
  { profile }: PlannedRequest,
  told: string[],
): Promise<Map<string, Answer>> {
  if (told.length === 0) return new Map();
  if (profile !== 'developer') {
    const open = await arriveAtPortal(world, newcomer.email);
    return new Map(
      told.map((place) => [place, open && (place === 'groups' || open.includes(place)) ? 'works' : 'dead']),
    );
  }
  const answers = new Map<string, Answer>();
  for (const accountId of told) answers.set(accountId, await trySignIn(world, newcomer, accountId));
  return answers;
}

/**
 * With the password that they have set meanwhile, or else with the newest that they were sent: a second mail may have been on its way
 * when they set their own.
 */
async function trySignIn(world: World, { email, slackUserId, signIns }: Newcomer, accountId: string): Promise<Answer> {
  const user = { accountId, userName: email };
  const hasOwn = signIns.get(accountId) === 'own password';
  if (hasOwn && (await hasOwnPassword(world.url, user))) return 'works';
  if (slackUserId !== undefined) return hasOwn ? 'own one dead' : 'dead';
  const passwords = newestPasswords(welcomesTo(world, email), accountId);
  return (await signIn(world.url, user, passwords)) === 'own password' ? 'works' : 'dead';
}
