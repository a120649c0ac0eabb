import { expect, test } from 'vitest';
import { actAs } from '../../sandbox/acting/actor.ts';
import { until } from '../../sandbox/acting/until.ts';
import { journey } from './journey.ts';
import { openTab, type Tab } from './tab.ts';
import { usePage } from './use-page.ts';

const page = usePage();

test('nothing typed is lost while the bot writes and other people act', async () => {
  const mine = await page.open();
  await mine.as('鈴木 宏');
  await mine.goTo('#aws-approvals');
  await mine.composer.fill('/onb');

  const others = await page.open();
  await journey(others).ask();
  await mine.sees('asks for AWS access for');
  expect(await mine.composer.inputValue()).toBe('/onb');
  await mine.composer.and(mine.page.locator(':focus')).waitFor();

  await mine.composer.fill('/onboard');
  await mine.composer.press('Enter');
  await mine.page.getByRole('dialog').waitFor();
  await mine.page.getByLabel('理由').fill('まだ書きかけ');
  await others.as('Ken Watanabe');
  await journey(others).toRequest();
  await others.press('Approve');
  await others.sees('✅');
  expect(await mine.holds('理由')).toBe('まだ書きかけ');
  await mine.page.getByLabel('理由').and(mine.page.locator(':focus')).waitFor();
});

test('a draft is kept while somebody looks elsewhere, each person their own', async () => {
  const tab = await page.open();
  await tab.goTo('#general');
  await tab.composer.fill('/onboard help');
  // To the app nobody can write.
  await tab.goTo('boarding-pass');
  await tab.sees('Sending messages to this app has been turned off.');
  expect(await tab.composer.count()).toBe(0);
  await tab.as('Ken Watanabe');
  await tab.goTo('#general');
  expect(await tab.composer.inputValue()).toBe('');
  await tab.as('Aiko Tanaka');
  await tab.goTo('#general');
  expect(await tab.composer.inputValue()).toBe('/onboard help');
});

test('a form and a draft are as they were after the page was reloaded', async () => {
  const tab = await page.open();
  await tab.goTo('#general');
  await tab.composer.fill('half a comm');
  await journey(tab).openForm();
  await journey(tab).fillForm({ accounts: ['payments-dev', 'search-dev'], reason: 'half a rea' });
  await tab.page.reload();
  await tab.modalOpens('AWS access');
  expect(await tab.holds('Kind of access')).toBe('Developer');
  expect(await tab.chosen('AWS accounts')).toEqual(['payments-dev (111122223333)', 'search-dev (222233334444)']);
  expect(await tab.chosen('People in Slack')).toEqual(['佐藤 由紀']);
  expect(await tab.holds('Reason')).toBe('half a rea');
  await tab.press('Send request');
  await tab.modalCloses();

  await tab.composer.fill('half a comm');
  await tab.page.reload();
  await until('the draft', async () => (await tab.composer.inputValue()) === 'half a comm');
});

test('a tab that was duplicated has forms of its own', async () => {
  const first = await page.open();
  await first.as('Maria Lopez');
  await journey(first).openForm();
  await first.fill('Reason', 'typed in the first');
  const [copy] = await Promise.all([
    first.page.waitForEvent('popup'),
    first.page.evaluate(() => void open(location.href)),
  ]);
  const second = await openTab(copy, first.page.url());
  expect(await second.page.getByRole('dialog').count()).toBe(0);
  await journey(second).openForm();
  await second.press('Cancel');
  await second.modalCloses();
  expect(await first.holds('Reason')).toBe('typed in the first');
});

test('two tabs as the same person show the same messages, and each the form that was opened there', async () => {
  const first = await page.open();
  const second = await page.open();
  for (const tab of [first, second]) {
    await tab.as('Maria Lopez');
    await journey(tab).openForm();
  }
  await first.fill('Reason', 'typed in the first');
  await second.fill('Reason', 'typed in the second');
  await second.press('Cancel');
  await second.press('Discard');
  await second.modalCloses();
  expect(await first.holds('Reason')).toBe('typed in the first');

  await journey(first).fillForm({ reason: 'sent from the first' });
  await first.press('Send request');
  await first.modalCloses();
  await second.goTo('boarding-pass');
  await second.sees('is with the approvers');
});

test('what was typed into the sign-in is there after a look elsewhere, and on a screen of another width', async () => {
  const tab = await page.open();
  await tab.lookAt('sign-in');
  await tab.aws.getByLabel('IAM user name').fill('yuki@kumo');
  await tab.lookAt('accounts');
  await tab.lookAt('sign-in');
  expect(await tab.aws.getByLabel('IAM user name').inputValue()).toBe('yuki@kumo');
  await tab.page.setViewportSize({ width: 390, height: 844 });
  await tab.page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button', { name: 'AWS' }).click();
  expect(await tab.page.getByLabel('IAM user name').inputValue()).toBe('yuki@kumo');
});

test('who wants no hints can have them back', async () => {
  const tab = await page.open();
  const hint = tab.page.getByRole('region', { name: 'What to do next' });
  await tab.page.getByRole('button', { name: 'No more hints' }).click();
  await hint.waitFor({ state: 'detached' });
  await tab.page.getByRole('button', { name: 'How this works' }).click();
  await tab.page.getByRole('button', { name: 'Show the hints again' }).click();
  await hint.waitFor();
});

test('eight windows at once all work', async () => {
  const first = await page.open();
  const others: Tab[] = [];
  while (others.length < 7) others.push(await openTab(await first.page.context().newPage(), page.world.url));
  for (const one of others) await journey(one).openForm();
});

test('a block that the page does not know is shown as it came', async () => {
  const tab = await page.open();
  const { url } = page.world;
  const dm = (await actAs(url, 'U0AIKO').dm()).id;
  const { SLACK_BOT_TOKEN } = page.world.slack.environment(url);
  const answer = await fetch(`${url}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SLACK_BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: dm, text: 'new', blocks: [{ type: 'markdown', text: '**new** in Slack' }] }),
  });
  expect(await answer.json()).toMatchObject({ ok: true });
  await tab.goTo('boarding-pass');
  await tab.sees('This page cannot draw');
  await tab.page.getByText('This page cannot draw').last().click();
  await tab.sees('**new** in Slack');
});

test('when the sandbox is started again the page says so, keeps what was typed to be copied, comes back and works', async () => {
  const tab = await page.open({
    expected: /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
  });
  await journey(tab).openForm();
  await tab.fill('Reason', 'a long story');
  await page.restart({ meanwhile: () => tab.page.getByText('Reconnecting…').waitFor() });
  await tab.sees('The sandbox was restarted, so this form can no longer be sent.');
  expect(await tab.holds('Reason')).toBe('a long story');
  expect(await tab.modal.getByRole('button', { name: 'Send request' }).count()).toBe(0);
  await tab.press('Cancel');
  await tab.press('Discard');
  await tab.modalCloses();
  await tab.page.getByText('everything starts from the beginning').waitFor();
  await tab.page.getByRole('button', { name: 'Dismiss' }).click();
  await journey(tab).ask();
  await tab.as('Ken Watanabe');
  await journey(tab).toRequest();
});

test('who is signed in to the console stays so when the page is reloaded, and their authenticator is still at hand', async () => {
  const UserName = 'tess';
  const password = 'My-own-Passw0rd!';
  const asAdmin = page.world.aws.asAdmin.bind(undefined, '444455556666');
  asAdmin('createUser', { UserName, Path: '/onboarded/' });
  asAdmin('createLoginProfile', { UserName, Password: password });
  asAdmin('addUserToGroup', { UserName, GroupName: 'Developers' });
  const tab = await page.open();
  const step = journey(tab);
  await step.signIn({ account: '444455556666', userName: 'Tess', password });
  await step.nameDevice('phone');
  await step.enableDevice();
  await tab.page.reload();
  await tab.lookAt('sign-in');
  await step.openInConsole('s3');
  await tab.aws.getByText('sandbox-tokyo-logs').waitFor();

  await tab.aws.getByRole('button', { name: 'Sign out', exact: true }).click();
  await step.signIn({ account: '444455556666', userName: UserName, password });
  await step.enterCode();
  await tab.aws.getByText('That is the whole way').waitFor();
  await tab.aws.getByRole('button', { name: 'Sign out', exact: true }).click();
  await tab.page.reload();
  await tab.lookAt('sign-in');
  await tab.aws.getByLabel('IAM user name').waitFor();
});
