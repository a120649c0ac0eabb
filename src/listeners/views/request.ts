import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { formErrors } from '../../messages/request-form.ts';
import { wordsFor } from '../../messages/words.ts';
import { type Form, readForm } from '../../onboarding/form.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

/** Twice, and with the start's second and a half, within Slack's three. */
const LOOK_UP_MS = 400;

/** The form was submitted: refuses it with a hint beside each field, or starts the workflow. */
export const submitRequest =
  ({ directory, permissions, policy, accounts, workflow, log }: Omit<Services, 'answering'>) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    const requester = await within(LOOK_UP_MS, directory.person(body.user.id), log);
    const words = wordsFor(requester?.locale ?? '');
    const notSent = () => ack({ response_action: 'errors', errors: { reason: words.form.notSent } });
    const profiles = requester && (await within(LOOK_UP_MS, permissions.profilesFor(requester), log));
    if (!requester || !profiles) return notSent();

    const facts = { viewId: view.id, now: new Date(), requester, profiles, accounts, approvals: policy.approvals };
    const read = readForm(formOf(view), facts);
    if ('problems' in read) return ack({ response_action: 'errors', errors: formErrors(read.problems, words) });

    // Started before it is acknowledged: if it cannot be, the form stays open with everything typed.
    try {
      const isNew = await workflow.start(read.request);
      if (!isNew) return ack({ response_action: 'errors', errors: { reason: words.form.sentBefore } });
    } catch (err) {
      log.error({ err, request: view.id }, 'a request could not be started');
      return notSent();
    }
    log.info(
      {
        audit: {
          requestId: view.id,
          requestedBy: requester.id,
          account: read.request.account.id,
          profile: read.request.profile.id,
        },
      },
      'request started',
    );
    await ack();
  };

function formOf(view: ViewSubmitAction['view']): Form {
  const field = (id: string) => view.state.values[id]?.[id];
  return {
    profile: field('profile')?.selected_option?.value,
    account: field('account')?.selected_option?.value,
    people: field('people')?.selected_users ?? [],
    others: field('others')?.value ?? '',
    reason: field('reason')?.value ?? '',
  };
}
