import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { form, option, startExample } from './example-app.ts';

let bot: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  bot = await startExample();
});
afterAll(() => bot.stop());

test('clear closes the whole stack', async () => {
  bot.answerForms({ response_action: 'clear' });
  const user = 'U0GUEST';
  const { id: viewId } = await bot.openForm(user);
  await bot.do('click', { user, viewId, actionId: 'in-modal' });
  await eventually(async () => expect((await bot.state(user)).modals).toHaveLength(2));
  expect(await bot.do('submit', { user, viewId, values: { account: option } })).toEqual({});
  expect((await bot.state(user)).modals).toEqual([]);
});

test('a stack holds three modals', async () => {
  const user = 'U0HIRO';
  const { id: first } = await bot.openForm(user);
  bot.answerForms({ response_action: 'push', view: { ...form, external_id: 'second' } });
  const submit = (viewId: string) => bot.do('submit', { user, viewId, values: { account: option } });
  const { view } = await submit(first);
  expect(await submit(view.id)).toMatchObject({ reason: 'duplicate_external_id' });
  bot.answerForms({ response_action: 'push', view: form });
  const { view: third } = await submit(view.id);
  expect(await submit(third.id)).toMatchObject({ reason: 'push_limit_reached' });
  expect((await bot.state(user)).modals.map(({ id }) => id)).toEqual([first, view.id, third.id]);
});

test('a click in a modal carries the form and may push another, at most three deep', async () => {
  const user = 'U0GUEST';
  const { id: viewId } = await bot.openForm(user);
  const click = () => bot.do('click', { user, viewId, actionId: 'in-modal', values: { reason: 'half' } });
  expect(await click()).toEqual({});
  await eventually(async () => expect((await bot.state(user)).modals).toHaveLength(2));
  expect(bot.lastHeard('in-modal')).toMatchObject({
    container: { type: 'view', view_id: viewId },
    actions: [{ action_id: 'in-modal', value: 'v' }],
    view: { state: { values: { reason: { reason: { value: 'half' } } } } },
  });
  const [form, pushed] = (await bot.state(user)).modals;
  expect(pushed?.previous_view_id).toBe(form?.id);
  expect(await bot.do('close', { user, viewId: pushed?.id })).toEqual({});
  expect(await bot.do('close', { user, viewId })).toEqual({});
  expect(bot.lastHeard('closed')).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: viewId } });
  expect((await bot.state(user)).modals).toEqual([]);
});
