import type { SeenView, Shown } from '../../../sandbox/slack/seen.ts';
import { CHANNEL, hasButton } from '../world/eyes.ts';
import { isOver } from './over.ts';
import type { Approvers } from './people.ts';
import { actor, type Stage } from './stage.ts';
import type { Click, Story } from './story.ts';

/** All who are to decide a request do so at the same moment, and again until its buttons are gone. */
export async function decide(story: Story, id: string, approvers: Approvers, stage: Stage): Promise<void> {
  const { eyes, wait } = stage;
  const { plan, requester } = story;
  const { approve, deny, withdraw } = plan.decision;
  const card = await wait(() => open(eyes.card(id)) ?? (isOver(story, id, eyes) && 'none'));
  if (!card || card === 'none') return;
  const { ts } = card;
  if (withdraw) await wait(() => eyes.withButton(requester.id, id, 'withdraw') ?? !isOpen());

  const them = approve + deny === 1 && !withdraw ? [approvers.alone] : approvers.together;
  const clicks = [
    ...them.slice(0, approve).map((by): Click => ({ by, what: 'approved' })),
    ...them.slice(approve, approve + deny).map((by): Click => ({ by, what: 'denied' })),
    ...(withdraw ? [{ by: requester.id, what: 'withdrawn' } satisfies Click] : []),
  ];
  story.clicks = clicks;
  await Promise.all(clicks.map(insist));

  function isOpen(): boolean {
    return open(eyes.card(id)) !== undefined;
  }

  async function insist({ by, what }: Click): Promise<void> {
    while (isOpen() && !stage.over.aborted) {
      await press(by, what);
      await wait(() => !isOpen(), stage.clocks.again);
    }
  }

  async function press(by: string, what: Click['what']): Promise<void> {
    const me = actor(stage, by);
    if (what === 'approved') await me.click(CHANNEL, ts, 'approve');
    else if (what === 'denied') await denyAs(by, () => me.click(CHANNEL, ts, 'deny'), stage);
    else {
      const found = eyes.withButton(by, id, 'withdraw');
      if (found) await me.click(found.channel, found.message.ts, 'withdraw');
    }
  }
}

const open = <Card extends Parameters<typeof hasButton>[0]>(card: Card | undefined): Card | undefined =>
  card && hasButton(card, 'approve') ? card : undefined;

/** Says why, in the form that comes up. */
async function denyAs(by: string, click: () => Promise<Shown>, stage: Stage): Promise<void> {
  const form = (): SeenView | undefined => stage.eyes.modals(by).findLast(({ callback_id }) => callback_id === 'deny');
  if (!form()) await click();
  const view = await stage.wait(form, stage.clocks.again);
  if (!view) return;
  const me = actor(stage, by);
  const { errors, error } = await me.submit(view.id, { reason: 'ask for the test account first' });
  // Decided by somebody else, or not heard of: the card says which.
  if (errors ?? error) await me.close(view.id);
}
