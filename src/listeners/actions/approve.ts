import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { judge, readClick, settle } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'journal' | 'log'>;

/** *Approve* was clicked: checks who it was, then answers the task that waits. A second click finds it closed. */
export const approve =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const click = await readClick('approve', { body, action }, services);
    const judgement = await judge(click.userId, click.ref, services, click.words);
    if ('refusal' in judgement) return void (await click.tell(judgement.refusal));
    const { request, by, profile } = judgement;
    if (!judgement.approvable) {
      services.journal.record({ event: 'refused', request, tried: 'decide', by: click.userId, rule: 'policy-changed' });
      return void (await click.tell(click.words.profileChanged));
    }

    const now = Date.now();
    const at = new Date(now).toISOString();
    const claimUntil = new Date(now + profile.claimWithinSeconds * 1000).toISOString();
    const { version } = click.ref;
    await settle({ outcome: 'approved', request, by, at, claimUntil, version }, click, services);
  };
