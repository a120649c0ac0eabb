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
  ({ answering, directory, permissions, policy, log }: Omit<Services, 'accounts' | 'workflow' | 'issuePassword'>) =>
  async ({ ack, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const known = await within(BUDGET_MS, whoAsks(command.user_id), log);
    const words = wordsFor(known?.person.locale ?? '');
    if (known?.profiles.length === 0) {
      return ack(words.form.mayNotRequest(known.person.kind === 'guest' ? 'guest' : 'no-profile'));
    }
    if (command.text.trim().toLowerCase() === 'help') return ack(helpMessage(known?.profiles ?? [], words));
    await ack();
    await answering.views.open({
      trigger_id: command.trigger_id,
      view: requestForm(known?.profiles ?? policy.profiles, words),
    });

    async function whoAsks(userId: string): Promise<{ person: SlackPerson; profiles: Profile[] } | undefined> {
      const person = await directory.person(userId);
      return person && { person, profiles: await permissions.profilesFor(person) };
    }
  };
