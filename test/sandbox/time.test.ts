import { expect, test } from 'vitest';
import { until } from '../../sandbox/until.ts';
import { CHANNEL, useWorld } from '../bot/world.ts';

const bot = useWorld();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Time = { now: string; movedOnBySeconds: number; error?: string; message?: string };
async function time(body?: unknown): Promise<{ status: number; body: Time }> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${bot.world.url}/time`, body === undefined ? {} : post);
  return { status: answer.status, body: (await answer.json()) as Time };
}

const secondsOf = ({ ts }: { ts: string }): number => Number(ts);
const inThread = async (ts: string) =>
  (await bot.as('U0KEN').messagesIn(CHANNEL)).find(({ thread_ts }) => thread_ts === ts);

/** How long after the start of a request its states were entered, in hours. */
function hoursOf(id: string): Record<string, number> {
  const entry = bot.world.aws.look.executions().find(({ name }) => name === id);
  const begun = entry?.startDate.getTime() ?? 0;
  const entered = (entry?.history ?? []).flatMap((event) =>
    'state' in event && String(event.type).endsWith('StateEntered') ? [[event.state, event.at] as const] : [],
  );
  return Object.fromEntries(entered.map(([state, at]) => [state, (Date.parse(at) - begun) / HOUR]));
}

test('73 hours later the approvers have been reminded at half time, and the request has expired', async () => {
  const { id, ts } = await bot.request();
  const before = Date.now();
  const { status, body } = await time({ forward: '73h' });
  expect(status).toBe(200);
  expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(73 * HOUR);

  const post = await bot.post(id);
  expect(JSON.stringify(post.blocks)).toContain('Nobody decided in time');
  expect(JSON.stringify(post.blocks)).not.toContain('"approve"');
  const reminder = await inThread(ts);
  const news = (await bot.as('U0AIKO').dm()).messages.at(-1);
  expect(news?.text).toContain('Nobody decided on your request');
  const hours = (message: { ts: string } | undefined) => (secondsOf(message ?? { ts: '' }) - secondsOf({ ts })) / 3600;
  expect(hours(reminder)).toBeCloseTo(36, 1);
  expect(hours(news)).toBeCloseTo(72, 1);

  const entered = hoursOf(id);
  expect(entered.AwaitDecision).toBeCloseTo(0, 1);
  expect(entered.Remind).toBeCloseTo(36, 1);
  expect(entered.Expired).toBeCloseTo(72, 1);
  expect(bot.log()).not.toMatch(/"level":(40|50|60)/);
});
