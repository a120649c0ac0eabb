import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bot } from '../../../sandbox/slack/bot.ts';
import { createReadBack } from '../../../src/slack/read-back.ts';
import { createPostOnce, type PostOnce } from '../../../src/worker/effects/post-once.ts';
import { ALWAYS, type Hold } from '../../../src/worker/held.ts';
import { startSlack } from '../../sandbox/slack/start.ts';

let slack: Awaited<ReturnType<typeof startSlack>>;
let postOnce: PostOnce;
beforeAll(async () => {
  slack = await startSlack();
  postOnce = createPostOnce({ posting: slack.client, readBack: createReadBack(slack.client, bot.id) });
});
afterAll(() => slack.stop());

const log = pino({ level: 'silent' });
/** Posts to Yuki, for a request of this name; `hold` says whose task it is. */
const post = (executionName: string, hold: Hold, triedSince?: Date) =>
  postOnce(
    'welcome',
    { channel: 'U0YUKI', text: executionName, blocks: [] },
    { ...hold, token: 't', executionName, triedSince, log },
  );
const toldYuki = async (text: string) =>
  (await slack.state('U0YUKI')).dms.flatMap(({ messages }) => messages).filter((message) => message.text === text);

/** Held when it is asked for the first times, and then no more: the process was frozen in between. */
const heldFor = (times: number): Hold => {
  let asked = 0;
  return { ...ALWAYS, isHeld: () => asked++ < times };
};

test('who does not hold the message any more posts nothing', async () => {
  await expect(post('V1', heldFor(0))).rejects.toMatchObject({ name: 'Unavailable' });
  expect(await toldYuki('V1')).toEqual([]);
});

test('who was frozen before Slack heard of it, and finds that another process has posted meanwhile, takes the message back', async () => {
  const other = await post('V2', ALWAYS);
  expect(await post('V2', heldFor(1))).toEqual(other);
  expect(await toldYuki('V2')).toMatchObject([{ ts: other.ts }]);
});

test('who was frozen, and finds no other, leaves it there', async () => {
  const posted = await post('V3', heldFor(1));
  expect(await toldYuki('V3')).toMatchObject([{ ts: posted.ts }]);
});

test('where it is not held any more, what is there from an earlier try is found all the same', async () => {
  const before = new Date();
  const posted = await post('V4', ALWAYS);
  expect(await post('V4', heldFor(0), before)).toEqual(posted);
});
