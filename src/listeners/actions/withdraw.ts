import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { mayWithdraw } from '../../onboarding/may-decide.ts';
import { readClick, settle } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'workflow' | 'journal' | 'log'>;

/** *Withdraw* was clicked, and confirmed: ends the request if it is the clicker's own and nobody has decided yet. */
export const withdraw =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const click = await readClick('withdraw', { body, action }, services);
    const { userId, ref, words, tell } = click;
    const request = await services.workflow.findRequest(ref.execution);
    if (!request) return void (await tell(words.noSuchRequest));
    if (!mayWithdraw(userId, request)) {
      services.journal.record({
        event: 'refused',
        request: ref.execution,
        tried: 'withdraw',
        by: userId,
        rule: 'not-requester',
      });
      return void (await tell(words.notYourRequest));
    }

    const { slackUserId, email, name } = request.requestedBy;
    const at = new Date().toISOString();
    await settle(
      { outcome: 'withdrawn', request: ref.execution, by: { slackUserId, email, name }, at },
      click,
      services,
    );
  };
