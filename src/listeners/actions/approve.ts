import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { judgeClick } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'log'>;

/** *Approve* was clicked: checks who it was, then answers the task that waits. A second click finds it closed. */
export const approve =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const click = await judgeClick({ body, action }, services);
    if (!click) return;
    if (!click.approvable) return void (await click.tell(click.words.profileChanged));

    const now = Date.now();
    const decided = await services.workflow.decide(click.ref.token, {
      outcome: 'approved',
      request: click.request,
      by: click.by,
      at: new Date(now).toISOString(),
      claimUntil: new Date(now + click.profile.claimWithinSeconds * 1000).toISOString(),
    });
    if (!decided) await click.tell(click.words.alreadyDecided);
  };
