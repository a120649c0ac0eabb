import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { judge, readClick } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'log'>;

/** *Approve* was clicked: checks who it was, then answers the task that waits. A second click finds it closed. */
export const approve =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const { userId, ref, words, tell } = await readClick({ body, action }, services);
    const judgement = await judge(userId, ref, services, words);
    if ('refusal' in judgement) return void (await tell(judgement.refusal));
    if (!judgement.approvable) return void (await tell(words.profileChanged));

    const now = Date.now();
    const approval = {
      outcome: 'approved' as const,
      request: judgement.request,
      by: judgement.by,
      at: new Date(now).toISOString(),
      claimUntil: new Date(now + judgement.profile.claimWithinSeconds * 1000).toISOString(),
    };
    const decided = await services.workflow.decide(ref.token, approval).catch((err: unknown) => {
      services.log.error({ err, request: judgement.request }, 'a decision was not answered');
      return undefined;
    });
    if (decided === undefined) await tell(words.unclear);
    else if (!decided) await tell(words.alreadyDecided);
  };
