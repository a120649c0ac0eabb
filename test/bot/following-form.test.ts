import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { SeenView } from '../../sandbox/slack/seen.ts';
import { DEV, useWorld } from './world.ts';

const bot = useWorld();
const aiko = () => bot.as('U0AIKO');

const takesAccounts = (view: SeenView) => JSON.stringify(view.blocks).includes('"block_id":"accounts"');

/** The form, once it follows this profile. */
const following = (profile: string) =>
  until(`the form to follow ${profile}`, async () => {
    const view = await aiko().modal();
    return view?.private_metadata === profile && view;
  });

test('a group that opens accounts by itself: the form asks for none, and the request names none', async () => {
  const view = await bot.openForm(aiko());
  expect(takesAccounts(view)).toBe(true);
  await aiko().fill(view.id, { profile: 'engineering', reason: 'joins the payments team' });
  expect(takesAccounts(await following('engineering'))).toBe(false);
  await aiko().fill(view.id, { profile: 'cloud-viewer' });
  expect(takesAccounts(await following('cloud-viewer'))).toBe(true);
  await aiko().fill(view.id, { profile: 'engineering' });
  await following('engineering');
  // What was typed before is still there.
  expect(await aiko().submit(view.id, { people: ['U0YUKI'] })).not.toHaveProperty('errors');
  const { text } = await bot.open(view.id);
  expect(text).toContain('for *1 person* in IAM Identity Center');
  expect(text).toContain('*Accounts that `Engineering` opens* `111122223333`');
});

test('only accounts of the chosen kind are suggested', async () => {
  const view = await bot.openForm(aiko());
  await aiko().fill(view.id, { profile: 'experimenter' });
  await following('experimenter');
  const { options = [] } = await aiko().suggest(view.id, '');
  expect(options.map(({ value }) => value).toSorted()).toEqual(['444455556666', '444455557777']);
});

/** Two choices made on the same form, of which Slack is slow with one update or both. */
async function chooseTwice() {
  const { slack } = bot.world;
  const view = await bot.openForm(aiko());
  const updates = () => slack.seen.calls().filter(({ method }) => method === 'views.update').length;
  const before = updates();
  const choose = async (profile: string) => {
    const update = slack.hold('views.update');
    await aiko().fill(view.id, { profile });
    await update.reached;
    return update;
  };
  return {
    view,
    first: await choose('engineering'),
    second: await choose('developer'),
    made: () => updates() - before,
  };
}

test('of two choices in a row the later one counts, and is not undone by the update after the first', async () => {
  const { view, first, second, made } = await chooseTwice();
  second.release();
  await following('developer');
  first.release();
  // By the time that it answers this, it knows that the first update was refused.
  await aiko().suggest(view.id, '');
  await following('developer');
  expect(made()).toBe(2);
});

test('of two choices in a row the later one counts, though the form has followed the first by then', async () => {
  const { first, second, made } = await chooseTwice();
  first.release();
  await following('engineering');
  second.release();
  await following('developer');
  expect(made()).toBe(3);
});

test('sent before the form follows the choice: what is missing is told where the form can show it', async () => {
  const view = await bot.openForm(aiko());
  await aiko().fill(view.id, { profile: 'engineering' });
  await following('engineering');
  const values = { profile: 'developer', people: ['U0YUKI'], reason: 'joins the payments team' };
  const { errors } = await aiko().submit(view.id, values, { dispatchAnyway: true });
  expect(errors).toEqual({ profile: expect.stringContaining('Fill in what it shows now') });
  const { id } = await bot.request({ profile: 'developer', accounts: [DEV] });
  expect(id).toBeTruthy();
});
