import type { BlockAction, SlackActionMiddlewareArgs, StaticSelectAction } from '@slack/bolt';
import { requestForm } from '../../messages/request-form.ts';
import { unlessSlackSays } from '../../slack-says.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'policy' | 'log'>;

/** What Slack may take to say who is asking; without an answer the form keeps every profile, and the submission is refused. */
const LOOK_UP_MS = 800;

/** A kind of access was chosen: the form follows it, and keeps what was typed. */
export const chooseProfile =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>): Promise<void> => {
    await ack();
    const { answering, directory, permissions, policy } = services;
    const { view, user } = body;
    if (!view) return;
    const log = services.log.child({ request: view.id });
    const words = await wordsOf(user.id, { directory, log });
    const person = await within(LOOK_UP_MS, directory.person(user.id), log);
    const profiles = person && (await within(LOOK_UP_MS, permissions.profilesFor(person), log));
    const chosen = permissions.profile(action.selected_option?.value ?? '');
    // Somebody who chooses twice in a row has a newer view by then; somebody who closes the form has none.
    await unlessSlackSays(
      answering.views.update({
        view_id: view.id,
        hash: view.hash,
        view: requestForm(profiles ?? policy.profiles, words, chosen),
      }),
      'hash_conflict',
      'not_found',
    );
  };
