import { setTimeout as pause } from 'node:timers/promises';
import { madeInstead } from './made-instead.ts';
import { readScreen, type Screen } from './screen.ts';
import { type SignedIn, signIn } from './sign-in.ts';
import { actor, type Stage } from './stage.ts';
import type { Newcomer } from './story.ts';

type Place = { user: string; channel: string; ts: string; value: string };

/** Waits for the welcome, presses each button of it until there is a password, and signs in with that. */
export async function fetchPasswords(
  newcomer: Newcomer,
  { user, id }: { user: string; id: string },
  isTooLate: () => boolean,
  stage: Stage,
): Promise<void> {
  const { eyes, wait } = stage;
  const welcome = await wait(() => {
    const isLast = isTooLate();
    return eyes.withButton(user, id, 'show-password') ?? (isLast && 'none');
  });
  if (!welcome || welcome === 'none') return;
  const { channel, message } = welcome;
  for (const value of buttonsIn(message.blocks)) {
    const accountId = String(JSON.parse(value).account.id);
    const place = { user, channel, ts: message.ts, value };
    const fetch = (devices: string[]) => fetchAndSignIn(place, devices, { accountId, newcomer }, stage);
    const answer = newcomer.hasTwoDevices ? await onTwoDevices(place, fetch, stage) : await fetch(['laptop']);
    if (answer) newcomer.signIns.set(accountId, answer);
  }
}

/** So often somebody who has no password of their own is told that they have, before they believe it. */
const ENOUGH = 3;

type Fetch = (devices: string[]) => Promise<SignedIn | undefined>;

/** Has had a password, and asks for another on both at the same moment. */
async function onTwoDevices(place: Place, fetch: Fetch, stage: Stage): Promise<SignedIn | undefined> {
  await pressUntilShown(place, ['laptop'], stage);
  await closeAll(place.user, ['laptop'], stage);
  const answer = await fetch(['laptop', 'telephone']);
  // What one device shows ends when the other's is made, though that may never come up: who made it may be gone. The judge looks at that.
  return answer === 'dead password' ? fetch(['laptop']) : answer;
}

/** `undefined` where nobody waits for a password any more. */
async function fetchAndSignIn(
  place: Place,
  devices: string[],
  { accountId, newcomer }: { accountId: string; newcomer: Newcomer },
  stage: Stage,
): Promise<SignedIn | undefined> {
  const { world } = stage;
  const user = { accountId, userName: newcomer.email };
  const since = world.aws.seen.passwords().length;
  const seen = await pressUntilShown(place, devices, stage);
  await closeAll(place.user, devices, stage);
  if (seen.length === 0) return undefined;
  const answer = await signIn(world.url, user, seen);
  if (answer === 'dead password')
    newcomer.dead.push({
      place: accountId,
      devices: devices.length,
      instead: madeInstead(world, user, { since, seen }),
    });
  return answer;
}

/** Of each button its value, which names the account. */
const buttonsIn = (blocks: unknown[]): string[] =>
  JSON.parse(JSON.stringify(blocks))
    .flatMap(({ elements = [] }: { elements?: { action_id?: string; value?: string }[] }) => elements)
    .flatMap(({ action_id, value }: { action_id?: string; value?: string }) =>
      action_id === 'show-password' && value !== undefined ? [value] : [],
    );

/** @returns the passwords that are on the screens of these devices in the end */
async function pressUntilShown(place: Place, devices: string[], stage: Stage): Promise<string[]> {
  const { eyes, wait, over, clocks } = stage;
  const { user, channel, ts, value } = place;
  const me = actor(stage, user);
  const screenOf = (device: string): Screen => readScreen(eyes.modals(user, device));
  const passwords = () =>
    devices.map(screenOf).flatMap((screen) => (screen.kind === 'password' ? [screen.password] : []));

  const press = async (client: string): Promise<void> => {
    let refusals = 0;
    while (!over.aborted) {
      const screen = screenOf(client);
      switch (screen.kind) {
        case 'password':
          return;
        case 'has signed in':
          // It may be about another account: a click there came twice, the second time late.
          if (++refusals === ENOUGH) return;
          await me.close(screen.view.id);
          break;
        case 'nothing':
          await me.click(channel, ts, 'show-password', { value, client });
          await wait(() => screenOf(client).kind !== 'nothing', clocks.again);
          break;
        case 'another can be had':
          if (passwords().length > 0) return;
          await me.clickInView(screen.view.id, 'make-new-password');
          await wait(() => screenOf(client).kind !== screen.kind, clocks.again);
          break;
        case 'loading':
          // Whoever was making it may be gone.
          await wait(() => screenOf(client).kind !== 'loading', 5 * clocks.again);
          if (screenOf(client).kind === 'loading') await me.close(screen.view.id);
          break;
        case 'failed':
          await me.close(screen.view.id);
          await pause(clocks.again);
      }
    }
  };
  await Promise.all(devices.map(press));
  return passwords();
}

async function closeAll(user: string, devices: string[], stage: Stage): Promise<void> {
  const views = devices.flatMap((device) => stage.eyes.modals(user, device).map(({ id }) => id));
  for (const id of new Set(views)) await actor(stage, user).close(id);
}
