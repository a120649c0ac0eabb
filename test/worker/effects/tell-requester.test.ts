import { WebAPIPlatformError } from '@slack/web-api';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { PostOnce } from '../../../src/worker/effects/post-once.ts';
import { createTellRequester } from '../../../src/worker/effects/tell-requester.ts';
import { ALWAYS } from '../../../src/worker/held.ts';
import { requestOf } from '../../onboarding/examples.ts';

const followed = { channel: 'D0AIKO', ts: '1.0' };
const news = { text: 'news', blocks: [] };
const context = { ...ALWAYS, token: 't', executionName: 'V1', log: pino({ level: 'silent' }) };

/** Where it was tried to post it, while Slack refuses each of the first tries so. */
async function tell(state: { followed?: typeof followed }, ...refusals: string[]) {
  const tried: object[] = [];
  const postOnce: PostOnce = async (effect, { text, blocks, ...place }) => {
    tried.push({ effect, ...place });
    const refusal = refusals.shift();
    if (refusal) throw new WebAPIPlatformError({ ok: false, error: refusal });
    return { channel: 'D0AIKO', ts: '2.0' };
  };
  const told = await createTellRequester(postOnce)('approved', news, { ...requestOf(), ...state }, context).catch(
    (err: Error) => err,
  );
  return { tried, told };
}

const inThread = { effect: 'approved', channel: 'D0AIKO', thread_ts: '1.0', reply_broadcast: true };
const alone = { effect: 'approved', channel: 'U0AIKO' };

test('news stands in the thread of the first message and among the direct messages', async () => {
  expect(await tell({ followed })).toEqual({ tried: [inThread], told: { channel: 'D0AIKO', ts: '2.0' } });
});

test('where there was no first message it stands for itself', async () => {
  expect((await tell({})).tried).toEqual([alone]);
});

test.each(['message_not_found', 'thread_not_found', 'cannot_reply_to_message', 'restricted_action_thread_locked'])(
  'where the first message is gone, or takes no answer (%s), it does, too',
  async (gone) => {
    expect(await tell({ followed }, gone)).toEqual({
      tried: [inThread, alone],
      told: { channel: 'D0AIKO', ts: '2.0' },
    });
  },
);

test('another refusal is not tried elsewhere: that could tell it twice', async () => {
  const { tried, told } = await tell({ followed }, 'internal_error');
  expect(tried).toEqual([inThread]);
  expect(told).toBeInstanceOf(Error);
});
