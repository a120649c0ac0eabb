import { afterAll, beforeAll, expect, test } from 'vitest';
import { startExample } from './example-app.ts';

let bot: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  bot = await startExample();
});
afterAll(() => bot.stop());

test('a menu is filled by the app, without telling it the rest of the form', async () => {
  const { id: viewId } = await bot.openForm('U0AIKO');
  const { options } = await bot.do('suggest', { user: 'U0AIKO', viewId, actionId: 'account', text: 'pay' });
  expect(options).toMatchObject([{ value: 'pay-0' }, { value: 'pay-1' }]);
  expect(bot.lastHeard('suggest')).toMatchObject({
    type: 'block_suggestion',
    value: 'pay',
    block_id: 'account',
    container: { type: 'view', view_id: viewId },
    view: { id: viewId, state: { values: {} } },
  });
});

test('a menu does not ask before enough was typed', async () => {
  const { id: viewId } = await bot.openForm('U0AIKO');
  const before = bot.heard.length;
  expect(await bot.do('suggest', { user: 'U0AIKO', viewId, actionId: 'account', text: 'p' })).toEqual({ options: [] });
  expect(bot.heard).toHaveLength(before);
});

test('a menu with more than a hundred options shows none', async () => {
  const { id: viewId } = await bot.openForm('U0AIKO');
  expect(await bot.do('suggest', { user: 'U0AIKO', viewId, actionId: 'account', text: 'many' })).toMatchObject({
    options: [],
    error: 'We had some trouble connecting. Try again?',
    response_metadata: { messages: ['[ERROR] no more than 100 items allowed [json-pointer:/options]'] },
  });
});
