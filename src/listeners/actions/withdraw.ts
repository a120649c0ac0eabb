import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { mayWithdraw } from '../../onboarding/may-decide.ts';
import type { ReadClick } from '../click.ts';
import type { Decisions } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = { readClick: ReadClick; decisions: Decisions } & Pick<Services, 'workflow' | 'journal'>;

/** *Withdraw* was clicked, and confirmed: ends the request if it is the clicker's own and nobody has decided yet. */
export const withdraw =
  ({ readClick, decisions, workflow, journal }: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const click = readClick('withdraw', { body, action });
    const { userId, whisper } = click;
    const { execution } = click.ref;
    const request = await workflow.findRequest(execution);
    if (!request) {
      await whisper((words) => words.noSuchRequest);
      return;
    }
    if (!mayWithdraw(userId, request)) {
      journal.record({ event: 'refused', request: execution, tried: 'withdraw', by: userId, rule: 'not-requester' });
      await whisper((words) => words.notYourRequest);
      return;
    }

    const { slackUserId, email, name } = request.requestedBy;
    const at = new Date().toISOString();
    await decisions.settle({ outcome: 'withdrawn', request: execution, by: { slackUserId, email, name }, at }, click);
  };
