import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { helpMessage } from '../../messages/help.ts';
import { requestForm } from '../../messages/request-form.ts';
import { wordsFor } from '../../messages/words.ts';
import type { Profile } from '../../onboarding/profile.ts';
import type { SlackPerson } from '../../onboarding/slack-person.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

/** What is left of Slack's 3 seconds when the network's share is taken off twice. */
const BUDGET_MS = 800;

/** `/onboard`: opens the request form, or tells how it goes (`/onboard help`). In English and with every profile if Slack is slow to say who is asking. */
export const openRequestForm =
  ({
    answering,
    directory,
    permissions,
    policy,
    journal,
    log,
  }: Omit<Services, 'accounts' | 'workflow' | 'issuePassword'>) =>
  async ({ ack, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const known = await within(BUDGET_MS, whoAsks(command.user_id), log);
    const words = wordsFor(known?.person.locale ?? '');
    const wantsHelp = command.text.trim().toLowerCase() === 'help';
    if (known?.profiles.length === 0) {
      const { id: by, kind } = known.person;
      const rule = kind === 'member' ? 'no-profile' : kind;
      if (!wantsHelp) journal.tell({ event: 'refused', request: undefined, tried: 'ask', by, rule });
      return ack(words.form.mayNotRequest(known.person.kind === 'guest' ? 'guest' : 'no-profile'));
    }
    if (wantsHelp) return ack(helpMessage(known?.profiles ?? [], words));
    await ack();
    const { view } = await answering.views.open({
      trigger_id: command.trigger_id,
      view: requestForm(known?.profiles ?? policy.profiles, words),
    });
    log.info({ request: view?.id, user: command.user_id }, 'form opened');

    async function whoAsks(userId: string): Promise<{ person: SlackPerson; profiles: Profile[] } | undefined> {
      const person = await directory.person(userId);
      return person && { person, profiles: await permissions.profilesFor(person) };
    }
  };
