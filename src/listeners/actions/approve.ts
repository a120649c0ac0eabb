import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type DecisionRef, fromButtonValue } from '../../onboarding/button-value.ts';
import { judge, wordsOf } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'log'>;

/** *Approve* was clicked: checks who it was, then answers the task that waits. A second click finds it closed. */
export const approve =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const { answering, workflow } = services;
    const ref = fromButtonValue<DecisionRef>(action.value);
    const words = await wordsOf(body.user.id, services);
    const tell = (text: string) =>
      answering.chat.postEphemeral({ channel: body.channel?.id ?? '', user: body.user.id, text });

    const { refusal, ...judgement } = await judge(body.user.id, ref, services, words);
    if (!('by' in judgement)) return void (await tell(refusal ?? ''));

    const now = Date.now();
    const decided = await workflow.decide(ref.token, {
      outcome: 'approved',
      by: judgement.by,
      at: new Date(now).toISOString(),
      claimUntil: new Date(now + judgement.profile.claimWithinSeconds * 1000).toISOString(),
    });
    if (!decided) await tell(words.alreadyDecided);
  };
