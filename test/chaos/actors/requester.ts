import { setTimeout as pause } from 'node:timers/promises';
import type { SeenView, Suggested } from '../../../sandbox/slack/seen.ts';
import { en } from '../../../src/messages/words/en.ts';
import { actor, type Stage } from './stage.ts';
import type { Story } from './story.ts';

/** Types `/onboard` until there is a form, fills it in and presses the button until it is taken: the request's id. */
export async function sendRequest(story: Story, stage: Stage): Promise<string | undefined> {
  const { over, clocks } = stage;
  const view = await openForm(story.requester.id, stage);
  while (view && !over.aborted) {
    if (await submit(view.id, story, stage)) return view.id;
    await pause(clocks.again);
  }
  return undefined;
}

/** Forms that came up late are on the screen, too: the newest is filled in. */
async function openForm(user: string, stage: Stage): Promise<SeenView | undefined> {
  const { eyes, wait, over, clocks } = stage;
  const forms = () => eyes.modals(user).filter(({ callback_id }) => callback_id === 'request');
  const before = forms().map(({ id }) => id);
  while (!over.aborted) {
    await actor(stage, user).command();
    const form = await wait(() => forms().findLast(({ id }) => !before.includes(id)), clocks.again);
    if (form) return form;
  }
  return undefined;
}

/** @returns whether the form has closed: it was taken */
async function submit(viewId: string, { plan, requester, people }: Story, stage: Stage): Promise<boolean> {
  const { eyes, wait, clocks } = stage;
  const { profile, accounts } = plan;
  const me = actor(stage, requester.id);
  const form = () => eyes.modals(requester.id).find(({ id }) => id === viewId);
  if (!form()) return true;

  if (form()?.private_metadata !== profile) {
    // Choosing what is chosen already tells nobody anything.
    await me.fill(viewId, { profile: profile === 'developer' ? 'engineering' : 'developer' });
    await me.fill(viewId, { profile });
    await wait(() => form()?.private_metadata === profile, clocks.again);
  }
  for (const account of accounts) if (!offers(await me.suggest(viewId, account), account)) return false;
  const { errors, error } = await me.submit(viewId, {
    ...(accounts.length > 0 && { accounts }),
    profile,
    people: people.flatMap(({ slackUserId }) => slackUserId ?? []),
    others: people.flatMap(({ slackUserId, email }) => (slackUserId ? [] : [email])).join('\n'),
    reason: 'joins the payments team',
  });
  return error === undefined && (errors === undefined || Object.values(errors).includes(en.form.sentBefore));
}

const offers = ({ options = [], option_groups = [] }: Suggested, account: string): boolean =>
  [...options, ...option_groups.flatMap((group) => group.options)].some(({ value }) => value === account);
