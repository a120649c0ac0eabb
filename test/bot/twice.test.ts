import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Bot } from '../../sandbox/bot-process.ts';
import { freePort } from './free-port.ts';
import { journalOf } from './journal-of.ts';
import { CHANNEL, hasButton, passwordIn, useWorld } from './world.ts';

const callsPort = await freePort();

describe.each([
  ['over Socket Mode', {}, 1, 0],
  ['over Socket Mode, to another bot', {}, 2, 0],
  ['over Socket Mode, to another bot and a moment later', {}, 2, 150],
  ['over HTTP', { callsPort }, 1, 0],
])('every envelope comes twice %s', (_how, slack, bots, after) => {
  const bot = useWorld({ slack });
  const { audit, line } = journalOf(bot);
  const others: Bot[] = [];
  beforeAll(async () => {
    while (others.length < bots - 1) others.push(await bot.world.startBot());
    bot.world.slack.deliverTwice(undefined, { after });
  });
  const stopOthers = () => Promise.all(others.splice(0).map((other) => other.stop()));
  afterAll(stopOthers);

  const eventsOf = (request: string) => audit(request).map(({ audit: event, outcome }) => [event, outcome]);

  test('a request is asked for, approved and fetched, each once', async () => {
    const view = await bot.openForm(bot.as('U0AIKO'));
    expect((await bot.as('U0AIKO').state()).modals).toHaveLength(1);
    await bot.as('U0AIKO').fill(view.id, { profile: 'cloud-viewer' });
    await until(
      'the form to follow',
      async () => (await bot.as('U0AIKO').modal())?.private_metadata === 'cloud-viewer',
    );

    const { id, ts } = await bot.request({ people: ['U0YUKI'] });
    await bot.approve('U0KEN', ts);
    expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded', decidedBy: 'U0KEN' } });

    const { channel, ts: welcome } = await bot.welcome('U0YUKI');
    await bot.as('U0YUKI').click(channel, welcome, 'show-password');
    const shown = await bot.modal('U0YUKI', (text) => text.includes('rich_text_preformatted'));
    expect((await bot.as('U0YUKI').state()).modals).toHaveLength(1);
    const password = passwordIn(shown) ?? '';
    expect(await bot.signIn({ userName: 'yuki@kumoworks.example', password })).toEqual({ passwordResetRequired: true });
    await line(id, { audit: 'password-shown' });
    expect(eventsOf(id).toSorted()).toEqual([
      ['asked', undefined],
      ['created', undefined],
      ['decided', 'approved'],
      ['delivered', undefined],
      ['ended', 'boarded'],
      ['password-shown', undefined],
    ]);
  });

  test('a request is denied once, for one reason', async () => {
    const { id, ts } = await bot.request({ people: ['U0OMAR'] });
    await bot.as('U0KEN').click(CHANNEL, ts, 'deny');
    const view = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
    expect((await bot.as('U0KEN').state()).modals).toHaveLength(1);
    expect(await bot.as('U0KEN').submit(view.id, { reason: 'not now' })).toEqual({});
    expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'denied' } });
    await line(id, { audit: 'ended' });
    expect(eventsOf(id)).toEqual([
      ['asked', undefined],
      ['decided', 'denied'],
      ['ended', 'denied'],
    ]);
  });

  test('a request is withdrawn once', async () => {
    const { id } = await bot.request({ people: ['U0LENA'] });
    const dm = await until('the button to withdraw', async () => {
      const { id: channel, messages } = await bot.as('U0AIKO').dm();
      const message = messages.findLast(({ blocks }) => hasButton('withdraw')(JSON.stringify(blocks)));
      return message && { channel, ts: message.ts };
    });
    await bot.as('U0AIKO').click(dm.channel, dm.ts, 'withdraw');
    expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'withdrawn' } });
  });

  test('somebody else who is late hears that it was decided; who clicks twice at once hears nothing', async () => {
    const { id, ts } = await bot.request({ people: ['U0HIRO'] });
    await Promise.all([bot.approve('U0KEN', ts), bot.approve('U0KEN', ts)]);
    await bot.ended(id);
    await bot.as('U0MARIA').click(CHANNEL, ts, 'approve', { stale: true });
    expect(await bot.ephemeral('U0MARIA', (text) => text.includes('already been decided'))).toBeDefined();
  });

  test('nobody else heard that anything went wrong', async () => {
    await stopOthers();
    // Whatever is in hand is done first.
    await bot.restart('SIGTERM');
    for (const who of ['U0AIKO', 'U0KEN', 'U0YUKI']) {
      const { channels, dms } = await bot.as(who).state();
      const texts = [...channels, ...dms].flatMap(({ messages }) => messages.map(({ text }) => text));
      expect(texts.filter((text) => /Something went wrong|already been decided|cannot tell/.test(text))).toEqual([]);
    }
    expect(bot.log()).not.toContain('a listener failed');
  });
});
