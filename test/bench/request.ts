import { actAs, post } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import type { SeenMessage, SeenState } from '../../sandbox/slack/seen.ts';
import type { World } from '../../sandbox/world.ts';

export const CHANNEL = 'C0APPROVE';
export const DEV = '111122223333';

export type Wish = { requester: string; profile: string; accounts: string[]; people: string[] };

/** Somebody who is looked at without the way over HTTP: they are looked at again and again. */
export const actorIn = ({ url, slack: { look } }: World, user: string, newest = 1) =>
  actAs(url, user, async (): Promise<SeenState> => look.stateOf(look.people.find(user), newest));

/** Sends a request through the form. @returns its id */
export async function sendRequest(world: World, { requester, profile, accounts, people }: Wish): Promise<string> {
  const actor = actorIn(world, requester);
  const before = (await actor.modal())?.id;
  await actor.command();
  const { id: viewId } = await until('the form', async () => {
    const view = await actor.modal();
    return view?.id !== before && view;
  });
  await post(`${world.url}/act/click`, { user: requester, viewId, actionId: 'profile', value: profile });
  await until('the form of this profile', async () => (await actor.modal())?.private_metadata === profile);
  for (const account of accounts)
    await until('the account', async () =>
      (await actor.suggest(viewId, account)).options?.some(({ value }) => value === account),
    );
  const chosen = accounts.length > 0 ? { accounts } : {};
  const { errors, error } = await actor.submit(viewId, { ...chosen, profile, people, reason: 'measured' });
  if (errors || error) throw new Error(`The form was refused: ${JSON.stringify(errors ?? error)}`);
  return viewId;
}

/** The card of a request in the approvals channel, once it can be decided on. */
export function openCard(world: World, id: string, newest = 1): Promise<string> {
  const isOpen = ({ blocks }: SeenMessage) => {
    const text = JSON.stringify(blocks);
    return text.includes('"action_id":"approve"') && text.includes(id);
  };
  const approver = actorIn(world, 'U0KEN', newest);
  return until('the card', async () => (await approver.messagesIn(CHANNEL)).findLast(isOpen)?.ts);
}

/** How it ended, as Step Functions knows it. */
export const endOf = ({ aws }: World, id: string) =>
  until('the end', () => aws.look.executions().find(({ name, status }) => name === id && status !== 'RUNNING'));

/** Members who were invented: nobody has asked for them yet. */
export const newcomersIn = ({ slack: { look } }: World): string[] =>
  look.people
    .list()
    .filter(({ id, guest, deleted }) => id.startsWith('U0P') && !guest && !deleted)
    .map(({ id }) => id);
