import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, StaticSelectAction } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { requestForm } from '../../messages/requester/request-form.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import { unlessSlackSays } from '../../slack/unless-slack-says.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

type Used = Pick<Services, 'answering' | 'permissions' | 'policy' | 'log'>;

/** What Slack may take to say who is asking; without an answer the form keeps every profile, and the submission is refused. */
const LOOK_UP_MS = 800;

/** When the last choice was made in each form that is open. */
const lastChoices = new LRUCache<string, string>({ max: 1_000 });

/** Remembers a choice. @returns whether no later one has been made since in the same form, as far as this process knows */
function newest(viewId: string | undefined, actionTs: string): () => boolean {
  if (viewId === undefined) return () => true;
  if (actionTs > (lastChoices.get(viewId) ?? '')) lastChoices.set(viewId, actionTs);
  return () => lastChoices.get(viewId) === actionTs;
}

/** A kind of access was chosen: the form follows it, and keeps what was typed. */
export const chooseProfile =
  (services: Used) =>
  async ({
    ack,
    body,
    action,
    context,
  }: SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const isNewest = newest(body.view?.id, action.action_ts);
    const { answering, permissions, policy } = services;
    const { view, user } = body;
    if (!view) return;
    const log = services.log.child({ request: view.id });
    const known = await within(LOOK_UP_MS, permissions.whoAsks(user.id), log);
    const words = wordsFor(known?.person.locale ?? '');
    const chosen = permissions.profile(action.selected_option?.value ?? '');
    const update = (hash: { hash?: string }) =>
      answering.views.update({
        view_id: view.id,
        ...hash,
        view: requestForm(known?.profiles ?? policy.profiles, words, chosen),
      });
    // Who closes the form has no view. Who chooses twice in a row has a newer one: the later choice counts, whichever comes first. Of what
    // Slack delivers twice the other copy has made it.
    const updated = await unlessSlackSays(update({ hash: view.hash }), 'hash_conflict', 'not_found');
    if (!updated && isNewest() && !context.retryNum) await unlessSlackSays(update({}), 'not_found');
  };
