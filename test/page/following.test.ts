import type { InputBlock } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { en } from '../../src/messages/words/en.ts';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';

const page = usePage();
const { form } = en;

/** A group opens what it opens: there is no account to choose. */
const withoutAccounts = 'Engineering';

const accountsOf = (tab: Tab) => tab.modal.getByRole('combobox', { name: form.accounts });
const goes = (tab: Tab) => accountsOf(tab).waitFor({ state: 'detached' });
const comes = (tab: Tab) => accountsOf(tab).waitFor();

/** Once the bot has answered a choice that Aiko has made: the next update is another's. */
const hasFollowed = (profile: string) =>
  until(`the form for ${profile}`, async () => {
    const form = await actAs(page.world.url, 'U0AIKO').modal();
    return form?.private_metadata === profile;
  });

/** Looks at every frame where things are, until it is told to stop: each thing that was seen, once. */
async function watch({ page }: Tab): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      const at = (selector: string) => document.querySelector(`.slack-modal ${selector}`)?.getBoundingClientRect();
      const { left, top } = at('h2') ?? {};
      const kind = at('[role=combobox]');
      seen.add(
        JSON.stringify({
          title: [left, top],
          kind: [kind?.left, kind?.top, kind?.width],
          scrolled: document.querySelector('.slack-modal-body')?.scrollTop,
          focus: document.activeElement?.id,
        }),
      );
      frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    Object.assign(window, {
      stopWatching: () => {
        cancelAnimationFrame(frame);
        return [...seen];
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { stopWatching(): string[] }).stopWatching());
}

/** Some more frames, in which something could still move. */
const frames = ({ page }: Tab): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 6; i++) await new Promise(requestAnimationFrame);
  });

/** The hint over the form changes with it, and is of another length in each language. */
test.each([
  { width: 1280, height: 800, scrolled: 0, hints: 'EN' },
  { width: 390, height: 844, scrolled: 0, hints: 'EN' },
  { width: 390, height: 844, scrolled: 0, hints: '日本語' },
  { width: 390, height: 480, scrolled: 30, hints: 'EN' },
])(
  'at $width × $height, with hints in $hints, the form follows the kind of access, and nothing else in it moves',
  async ({ scrolled, hints, ...size }) => {
    const tab = await page.open();
    await tab.page.getByRole('button', { name: hints, exact: true }).click();
    const step = journey(tab);
    await step.openForm();
    await step.fillForm({ others: 'sam.lee@partner.example', reason: 'half a rea' });
    await hasFollowed('developer');
    const kind = tab.modal.getByRole('combobox', { name: form.profile });
    await tab.page.setViewportSize(size);
    await kind.fill(withoutAccounts);
    await tab.modal.locator('.slack-modal-body').evaluate((body, top) => body.scrollTo({ top }), scrolled);

    const update = page.world.slack.hold('views.update');
    const option = tab.page.getByRole('option', { name: withoutAccounts });
    await option.waitFor();
    const stop = await watch(tab);
    await option.click();
    await update.reached;
    await frames(tab);
    update.release();
    await goes(tab);
    await frames(tab);
    const seen = await stop();
    expect(seen).toHaveLength(1);
    expect(JSON.parse(seen[0] ?? '')).toMatchObject({ scrolled, focus: await kind.getAttribute('id') });

    expect(await tab.holds(form.profile)).toBe(withoutAccounts);
    expect(await tab.chosen(form.people)).toEqual(['佐藤 由紀']);
    expect(await tab.holds(form.others)).toBe('sam.lee@partner.example');
    expect(await tab.holds(form.reason)).toBe('half a rea');
    expect(await tab.outOfSight()).toEqual([]);

    await tab.choose(form.profile, 'Auditor');
    await comes(tab);
    expect(await tab.chosen(form.accounts)).toEqual([]);
    expect(await tab.holds(form.reason)).toBe('half a rea');
  },
);

test('who chooses and sends at once is taken at their word, whether the form has followed by then or not', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await step.openForm();
  await step.fillForm({ reason: 'They build with us' });
  await hasFollowed('developer');
  const update = page.world.slack.hold('views.update');
  await tab.modal.getByRole('combobox', { name: form.profile }).fill(withoutAccounts);
  await tab.page.getByRole('option', { name: withoutAccounts }).click();
  await tab.press(form.submit);
  await tab.modalCloses();
  update.release();
  await tab.as('Ken Watanabe');
  await tab.goTo('#aws-approvals');
  await tab.sees('They build with us');
});

test('what was wrong with a field that went is not held against the one that comes', async () => {
  const tab = await page.open();
  await journey(tab).openForm();
  await tab.press(form.submit);
  expect(await tab.errorAt(form.accounts)).toBe('Please complete this required field.');
  await tab.choose(form.profile, withoutAccounts);
  await goes(tab);
  expect(await tab.errorAt(form.reason)).toBe('Please complete this required field.');
  await tab.choose(form.profile, 'Developer');
  await comes(tab);
  expect(await accountsOf(tab).getAttribute('aria-invalid')).toBeNull();
});

test('the menu of accounts finds what the chosen kind of access is for', async () => {
  const tab = await page.open();
  await journey(tab).openForm();
  await tab.choose(form.profile, 'Experimenter');
  const offered = async () => {
    await accountsOf(tab).click();
    await tab.page.locator('[role=listbox]:not([aria-busy=true])').getByRole('option').first().waitFor();
    return tab.page.getByRole('option').locator('bdi').allTextContents();
  };
  await until('what is for the kind of access', async () => (await offered()).includes('sandbox-tokyo (444455556666)'));
  expect((await offered()).join()).not.toContain('payments-dev');
});

/** A field that starts with something; what is put into it the app hears of as it is told to. */
function field(id: string, trigger?: 'on_enter_pressed' | 'on_character_entered'): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: id },
    dispatch_action: trigger !== undefined,
    element: {
      type: 'plain_text_input',
      action_id: id,
      initial_value: 'to start with',
      ...(trigger && { dispatch_action_config: { trigger_actions_on: [trigger] } }),
    },
  };
}

/** Shows other fields in the form that Aiko has open. */
async function update(tab: Tab, ...blocks: InputBlock[]): Promise<void> {
  const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token } = page.world.slack.environment(page.world.url);
  const view_id = (await tab.modal.getAttribute('aria-labelledby'))?.replace('slack-title-', '') ?? '';
  const title = { type: 'plain_text', text: 'Other fields' } as const;
  await new WebClient(token, { slackApiUrl }).views.update({
    view_id,
    view: { type: 'modal', title, submit: title, blocks },
  });
  await tab.modalOpens(title.text);
}

test('a field that an update brings shows what it starts with, and is empty for the app; one that stays keeps what it had', async () => {
  const tab = await page.open();
  await journey(tab).openForm();
  await tab.fill(form.reason, 'typed');
  await update(tab, { ...field('reason'), label: { type: 'plain_text', text: form.reason } }, field('new'));
  expect(await tab.holds(form.reason)).toBe('typed');
  expect(await tab.holds('new')).toBe('to start with');
  await tab.press('Other fields');
  expect(await tab.errorAt('new')).toBe('Please complete this required field.');
  await tab.fill('new', 'touched');
  await update(tab, field('new'));
  expect(await tab.holds('new')).toBe('touched');
});

test('what is typed is told at Enter, or at each character, where its field asks for it', async () => {
  const tab = await page.open();
  await journey(tab).openForm();
  await update(tab, field('silent'), field('at Enter', 'on_enter_pressed'), field('at once', 'on_character_entered'));
  const told: string[] = [];
  tab.page.on('request', (request) => {
    const what = new URL(request.url()).pathname;
    if (what.startsWith('/act/')) told.push(`${what} ${JSON.stringify(request.postDataJSON().values)}`);
  });
  await tab.fill('silent', 'a');
  await tab.fill('at Enter', 'b');
  await tab.modal.getByRole('textbox', { name: 'at Enter' }).press('Enter');
  // Nobody answers: what is told next waits until it is clear that nobody does.
  await tab.fill('at once', 'c');
  await until('the first that nobody answers', () => page.world.slack.runOut() > 0);
  await tab.modal.getByText('We had some trouble connecting').first().waitFor();
  await until('the next', () => told.length > 1);
  expect(told).toEqual([
    '/act/click {"silent":"a","at Enter":"b"}',
    '/act/fill {"silent":"a","at Enter":"b","at once":"c"}',
  ]);
});
