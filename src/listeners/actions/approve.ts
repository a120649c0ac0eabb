import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ReadClick } from '../click.ts';
import type { Decisions } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = { readClick: ReadClick; decisions: Decisions } & Pick<Services, 'journal'>;

/** *Approve* was clicked: checks who it was, then answers the task that waits. A second click finds it closed. */
export const approve =
  ({ readClick, decisions, journal }: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const click = readClick('approve', { body, action });
    const { userId, ref, whisper } = click;
    const judgement = await decisions.judge(userId, ref);
    if ('refusal' in judgement) {
      await whisper(judgement.refusal);
      return;
    }
    const { request, by, profile } = judgement;
    if (!judgement.approvable) {
      journal.record({ event: 'refused', request, tried: 'decide', by: userId, rule: 'policy-changed' });
      await whisper((words) => words.profileChanged);
      return;
    }

    const now = Date.now();
    const at = new Date(now).toISOString();
    const claimUntil = new Date(now + profile.claimWithinSeconds * 1000).toISOString();
    await decisions.settle({ outcome: 'approved', request, by, at, claimUntil, version: ref.version }, click);
  };
