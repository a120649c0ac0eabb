import { afterEach, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { journalOf } from './journal-of.ts';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld();
const { audit, lines } = journalOf(bot);

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** So many answers to a decision, or to the question whose stands, meet this. */
function disturb(operation: string, mishap: 'lost' | 'cutOff' | 'broken' | 'throttled', times: number): void {
  let left = times;
  ends.push(bot.world.aws.disturb('states', { [mishap]: 1, only: [operation], random: () => (left-- > 0 ? 0 : 1) }));
}

const decisions = (id: string) => audit(id).filter(({ audit: event }) => event === 'decided');

/** What the approver alone was told since. */
const told = async (who: string) =>
  (await bot.as(who).messagesIn(CHANNEL)).filter(({ ephemeral }) => ephemeral).map(({ text }) => text);

test.each([
  ['the answer is lost', 'lost', 1, 'U0OMAR'],
  ['the answer is cut off', 'cutOff', 1, 'U0LENA'],
  ['two connections break before anything is done', 'broken', 2, 'U0HIRO'],
  ['there are too many calls', 'throttled', 2, 'U0YUKI'],
] as const)(
  'where %s, an approval counts once, and who approved hears nothing',
  async (_what, mishap, times, person) => {
    const before = await told('U0KEN');
    const { id, ts } = await bot.request({ people: [person] });
    disturb('SendTaskSuccess', mishap, times);
    await bot.approve('U0KEN', ts);
    expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded', decidedBy: 'U0KEN' } });
    await until('the line', () => decisions(id).length > 0);
    // What is in hand is done first.
    await bot.restart('SIGTERM');
    expect(decisions(id)).toHaveLength(1);
    expect(await told('U0KEN')).toEqual(before);
  },
);

test('where the answer to a denial is lost, it counts, and the form closes', async () => {
  const { id, ts } = await bot.request({ people: ['U0MARIA'] });
  await bot.as('U0KEN').click(CHANNEL, ts, 'deny');
  const view = await bot.modal('U0KEN', (text) => text.includes('"reason"'));
  disturb('SendTaskSuccess', 'lost', 1);
  expect(await bot.as('U0KEN').submit(view.id, { reason: 'not now' })).toEqual({});
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'denied' } });
});

test('where nothing is answered at all, the approver hears that it is not clear; the next click counts', async () => {
  const { id, ts } = await bot.request({ people: ['U0MARIA'] });
  disturb('SendTaskSuccess', 'broken', 3);
  await bot.approve('U0KEN', ts);
  await bot.ephemeral('U0KEN', (text) => text.includes('cannot tell whether your click counts'));
  await bot.approve('U0KEN', ts);
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
});

test('where it cannot be read whose decision stands, the approver hears that it is not clear', async () => {
  const { id, ts } = await bot.request({ people: ['U0MARIA'], accounts: ['444455556666'] });
  disturb('SendTaskSuccess', 'lost', 1);
  disturb('GetExecutionHistory', 'broken', 20);
  const before = (await told('U0KEN')).length;
  await bot.approve('U0KEN', ts);
  await until('words for Ken', async () => (await told('U0KEN')).length > before);
  expect((await told('U0KEN')).at(-1)).toContain('cannot tell whether your click counts');
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
  expect(lines().filter(({ msg }) => msg === 'a decision was not answered')).not.toEqual([]);
});
