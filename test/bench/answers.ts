import { WebClient } from '@slack/web-api';
import { actAs, type SeenMessage } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { tokens } from '../../sandbox/slack/bot.ts';
import type { Measured } from './bots.ts';
import { type Figure, median, percentile, times } from './figures.ts';

const CHANNEL = 'C0APPROVE';
const ROUNDS = 5;
const ACTS = 200;
const AT_ONCE = 8;

/** How often and how fast what people do is acknowledged, beside a bare Bolt app; they take turns, so that a noisy machine disturbs both. */
export async function measureAnswers(ours: Measured, bare: Measured): Promise<Figure[]> {
  const figures: Figure[] = [];
  const kinds = {
    '`/onboard`': (url: string) => opensForm(url),
    'type-ahead over the accounts': (url: string) => suggests(url),
    'a click that is refused': (url: string) => clicks(url),
  };
  for (const [what, prepare] of Object.entries(kinds)) {
    const acts = { ours: await prepare(ours.url), bare: await prepare(bare.url) };
    await round(acts.ours);
    await round(acts.bare);
    const ratios: { throughput: number; p99: number }[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      const [mine, theirs] = [await round(acts.ours), await round(acts.bare)];
      ratios.push({ throughput: mine.perSecond / theirs.perSecond, p99: mine.p99 / theirs.p99 });
    }
    const middle = (of: 'throughput' | 'p99') => times(median(ratios.map((ratio) => ratio[of])));
    figures.push(
      { what: `${what}: throughput beside bare Bolt`, goal: '≥ 0.9×', is: middle('throughput') },
      { what: `${what}: p99 beside bare Bolt`, goal: '≤ 1.2×', is: middle('p99') },
    );
  }
  return figures;
}

type Act = () => Promise<unknown>;

async function round(act: Act): Promise<{ perSecond: number; p99: number }> {
  const durations: number[] = [];
  let left = ACTS;
  const began = performance.now();
  const person = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await act();
      durations.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  return { perSecond: ACTS / ((performance.now() - began) / 1000), p99: percentile(durations, 0.99) };
}

async function opensForm(url: string): Promise<Act> {
  return () => actAs(url, 'U0AIKO').command();
}

async function suggests(url: string): Promise<Act> {
  const lena = actAs(url, 'U0LENA');
  await lena.command();
  const view = await until('the form', () => lena.modal());
  return () => lena.suggest(view.id, 'pay');
}

/** A request that stands open, and its requester, who may not decide on it. */
async function clicks(url: string): Promise<Act> {
  const maria = actAs(url, 'U0MARIA');
  const ts = (await openRequest(url)) ?? (await postButton(url));
  return () => maria.click(CHANNEL, ts, 'approve');
}

/** Only ours takes a request. */
async function openRequest(url: string): Promise<string | undefined> {
  const maria = actAs(url, 'U0MARIA');
  await maria.command();
  const view = await until('the form', () => maria.modal());
  if (view.blocks.length === 1) return undefined;
  await until('the accounts', async () => (await maria.suggest(view.id, '111122223333')).options?.[0]);
  await maria.submit(view.id, {
    profile: 'developer',
    accounts: ['111122223333'],
    people: ['U0YUKI'],
    reason: 'measured',
  });
  const hasButton = ({ blocks }: SeenMessage) => JSON.stringify(blocks).includes('"action_id":"approve"');
  return until('the request', async () => (await maria.messagesIn(CHANNEL)).find(hasButton)?.ts);
}

async function postButton(url: string): Promise<string> {
  const client = new WebClient(tokens.bot, { slackApiUrl: `${url}/api/` });
  const elements = [
    { type: 'button' as const, action_id: 'approve', text: { type: 'plain_text' as const, text: 'Go' } },
  ];
  const { ts = '' } = await client.chat.postMessage({
    channel: CHANNEL,
    text: 'bare',
    blocks: [{ type: 'actions', elements }],
  });
  return ts;
}
