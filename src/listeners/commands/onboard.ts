import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { accessMessage, helpMessage } from '../../messages/requester/help.ts';
import { requestForm } from '../../messages/requester/request-form.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import { methodOf } from '../../methods/index.ts';
import { refusalToAsk } from '../../onboarding/may-ask.ts';
import type { SlackPerson } from '../../onboarding/slack-person.ts';
import { LOOKED_AT } from '../../workflow/recent-access.ts';
import { openModal } from '../open-modal.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

/** What is left of Slack's 3 seconds when the network's share is taken off twice. */
const BUDGET_MS = 800;

function whyNot(person: SlackPerson | undefined): 'guest' | 'stranger' | 'no-email' | 'no-profile' {
  const refusal = person && refusalToAsk(person);
  return refusal === 'guest' || refusal === 'stranger' || refusal === 'no-email' ? refusal : 'no-profile';
}

/** `/onboard`: opens the request form, or tells how it goes and what the reader was given (`/onboard help`, or any other word). In English and with every profile if Slack is slow to say who is asking. */
export const openRequestForm =
  ({
    answering,
    permissions,
    policy,
    workflow,
    journal,
    log,
  }: Pick<Services, 'answering' | 'permissions' | 'policy' | 'workflow' | 'journal' | 'log'>) =>
  async ({ ack, command, respond, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const known = await within(BUDGET_MS, permissions.whoAsks(command.user_id), log);
    const words = wordsFor(known?.person.locale ?? '');
    // Whatever word it is: who writes one expects something of it.
    const wantsHelp = /[^\s\p{Cf}]/u.test(command.text);
    if (wantsHelp) {
      const mayAsk = known?.profiles.length !== 0;
      await ack(mayAsk ? helpMessage(known?.profiles ?? [], words) : words.form.mayNotRequest(whyNot(known?.person)));
      // Who doubts a message has perhaps nothing to ask for: they are told all the same.
      const access = accessMessage(
        await workflow.recentAccess(command.user_id, known?.person.email ?? ''),
        LOOKED_AT,
        words,
        policy.profiles.find((profile) => methodOf(profile).terminal.kind === 'portal'),
      );
      await respond({ response_type: 'ephemeral', replace_original: false, ...access });
      return;
    }
    if (known?.profiles.length === 0) {
      const { id: by } = known.person;
      const rule = refusalToAsk(known.person) ?? 'no-profile';
      journal.record({ event: 'refused', request: undefined, tried: 'ask', by, rule });
      return ack(words.form.mayNotRequest(whyNot(known.person)));
    }
    await ack();
    const { trigger_id } = command;
    const view = requestForm(known?.profiles ?? policy.profiles, words);
    const opened = await openModal({ trigger_id, view, context }, { answering, log });
    if (opened) log.debug({ request: opened.view?.id, user: command.user_id }, 'form opened');
  };
