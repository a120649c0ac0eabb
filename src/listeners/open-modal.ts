import type { AllMiddlewareArgs } from '@slack/bolt';
import type { ModalView, ViewsOpenResponse } from '@slack/web-api';
import { unlessSlackSays } from '../slack/unless-slack-says.ts';
import type { Services } from './services.ts';

type Opening = { trigger_id: string; view: ModalView; context: AllMiddlewareArgs['context'] };

/**
 * Opens a modal for who has just pressed something. Slack delivers some envelopes twice (slackapi/bolt-js#2188, #2487), and a trigger works
 * once: one that has been used is the other copy's success.
 * @returns `undefined` where the other copy has opened it
 */
export async function openModal(
  { trigger_id, view, context }: Opening,
  { answering, log }: Pick<Services, 'answering' | 'log'>,
): Promise<ViewsOpenResponse | undefined> {
  // Of a copy that is late nobody can tell any more; if the first one was not answered, Slack has said so itself.
  const late = context.retryNum ? ['expired_trigger_id'] : [];
  // As text: what it is given as an object the SDK copies for a line of its log that nobody reads, an eighth of what a form costs.
  const opening: Promise<ViewsOpenResponse> = answering.apiCall('views.open', {
    trigger_id,
    view: JSON.stringify(view),
  });
  const opened = await unlessSlackSays(opening, 'exchanged_trigger_id', ...late);
  if (!opened) log.info('delivered twice: the other copy has opened the modal');
  return opened;
}
