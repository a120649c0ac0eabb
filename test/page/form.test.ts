import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import { usePage } from './use-page.ts';

const page = usePage();

test('what is wrong stands beside its field, and everything typed is kept', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await step.openForm();
  await tab.press('Send request');
  expect(await tab.errorAt('Kind of access')).toBe('Please complete this required field.');
  expect(await tab.errorAt('AWS accounts')).toBe('Please complete this required field.');
  expect(await tab.errorAt('Reason')).toBe('Please complete this required field.');

  await step.fillForm({ others: 'sam at', reason: '理由 & <b>more</b>' });
  await tab.choose('Kind of access', 'Experimenter');
  await tab.press('Send request');
  expect(await tab.errorAt('People who are not in Slack')).toContain('“at” is not an e-mail address');
  expect(await tab.holds('Kind of access')).toBe('Experimenter');
  expect(await tab.chosen('AWS accounts')).toEqual(['payments-dev (111122223333)']);
  expect(await tab.holds('People who are not in Slack')).toBe('sam at');
  expect(await tab.holds('Reason')).toBe('理由 & <b>more</b>');
  expect(await tab.chosen('People in Slack')).toEqual(['佐藤 由紀']);

  await tab.fill('People who are not in Slack', '');
  await tab.remover('AWS accounts', 'payments-dev').click();
  await tab.choose('AWS accounts', 'sandbox-tokyo');
  await tab.press('Send request');
  await tab.modalCloses();
});

test('the whole form is filled in and sent with the keyboard alone', async () => {
  const tab = await page.open();
  const { keyboard } = tab.page;
  await tab.as('Ken Watanabe');
  await tab.composer.focus();
  await keyboard.type('/onboard');
  await keyboard.press('Enter');
  await tab.modalOpens('AWS access');
  const takes = async (option: string) => {
    await tab.page.getByRole('option', { name: option, selected: true }).waitFor();
    await keyboard.press('Enter');
  };

  await keyboard.press('ArrowDown'); // the first field has the focus, and its menu opens
  await takes('Developer');
  await keyboard.press('Tab');
  await keyboard.type('pay');
  await takes('payments-dev');
  await keyboard.type('sea');
  await takes('search-dev');
  await keyboard.press('Tab');
  await keyboard.type('由紀');
  await takes('佐藤 由紀');
  await keyboard.type('omar');
  await takes('Omar Haddad');
  await keyboard.press('Backspace'); // takes the last one back
  await keyboard.press('Escape'); // closes the menu, not the form
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('They join the payments team');
  expect(await tab.holds('Reason')).toBe('They join the payments team');
  expect(await tab.chosen('AWS accounts')).toEqual(['payments-dev (111122223333)', 'search-dev (222233334444)']);
  expect(await tab.chosen('People in Slack')).toEqual(['佐藤 由紀']);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await tab.modalCloses();
  await tab.composer.and(tab.page.locator(':focus')).waitFor();
});

test('Escape closes the form, and the focus is where it was', async () => {
  const tab = await page.open();
  await tab.as('Maria Lopez');
  await journey(tab).openForm();
  await tab.page.keyboard.press('Escape');
  await tab.modalCloses();
  await tab.composer.and(tab.page.locator(':focus')).waitFor();
});

test('Escape asks before it throws away what was typed', async () => {
  const tab = await page.open();
  await tab.as('Ken Watanabe');
  await journey(tab).openForm();
  await tab.fill('Reason', 'half a rea');
  await tab.page.keyboard.press('Escape');
  await tab.sees('This form has not been sent.');
  await tab.press('Keep editing');
  expect(await tab.holds('Reason')).toBe('half a rea');
  await tab.page.keyboard.press('Escape');
  await tab.press('Discard');
  await tab.modalCloses();
});

test('Enter that ends the composition of an input method chooses nothing; the next one does', async () => {
  const tab = await page.open();
  await tab.as('Lena Fischer');
  await journey(tab).openForm();
  await tab.modal.getByLabel('People in Slack').click();
  const keys = await tab.page.context().newCDPSession(tab.page);
  await keys.send('Input.imeSetComposition', { text: '佐藤', selectionStart: 2, selectionEnd: 2 });
  await tab.page.getByRole('option', { name: '佐藤 由紀', selected: true }).waitFor();
  await keys.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await keys.send('Input.insertText', { text: '佐藤' });
  expect(await tab.holds('People in Slack')).toBe('佐藤');
  expect(await tab.chosen('People in Slack')).toEqual([]);
  await tab.page.keyboard.press('Enter');
  expect(await tab.chosen('People in Slack')).toEqual(['佐藤 由紀']);
});
