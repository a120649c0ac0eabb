import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';

const page = usePage();
const label = 'AWS accounts';

/** The menu of accounts in a form that was just opened, and the option that Enter would take. */
async function openMenu(tab: Tab) {
  await journey(tab).openForm();
  const menu = tab.modal.getByRole('combobox', { name: label });
  await menu.click();
  const options = tab.page.locator('[role=listbox]:not([aria-busy=true])').getByRole('option');
  await options.first().waitFor();
  const takes = async (option: string) => {
    await options.and(tab.page.locator('[aria-selected=true]')).filter({ hasText: option }).waitFor();
    await tab.page.keyboard.press('Enter');
  };
  return { menu, options, takes };
}

test('accounts are chosen one after another: the search is cleared, the list stays, and Backspace takes the last one back', async () => {
  const tab = await page.open();
  const { menu, options, takes } = await openMenu(tab);
  const { keyboard } = tab.page;
  await keyboard.type('pay');
  await takes('payments-dev');
  expect(await menu.inputValue()).toBe('');
  await options.filter({ hasText: 'automation' }).waitFor();
  expect(await options.filter({ hasText: 'payments-dev' }).count()).toBe(0);

  await keyboard.type('sea');
  await takes('search-dev');
  await takes('automation'); // of all accounts the first
  expect(await tab.chosen(label)).toEqual([
    'payments-dev (111122223333)',
    'search-dev (222233334444)',
    'automation (100000000001)',
  ]);
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  expect(await tab.chosen(label)).toEqual(['payments-dev (111122223333)']);
  await keyboard.type('x');
  await keyboard.press('Backspace'); // takes a letter back, while there is one
  expect(await tab.chosen(label)).toEqual(['payments-dev (111122223333)']);
});

test('whoever walks down the list goes on where they took something', async () => {
  const tab = await page.open();
  const { options, takes } = await openMenu(tab);
  const third = (await options.nth(2).textContent()) ?? '';
  const fourth = (await options.nth(3).textContent()) ?? '';
  await tab.page.keyboard.press('ArrowDown');
  await tab.page.keyboard.press('ArrowDown');
  await takes(third);
  await takes(fourth);
  expect(await tab.chosen(label)).toHaveLength(2);
});

test('with the mouse and with a finger: all around the chips opens the list, and a × closes nothing', async () => {
  const tab = await page.open({ hasTouch: true });
  const { menu, options } = await openMenu(tab);
  await options.filter({ hasText: 'payments-dev' }).tap();
  await options.filter({ hasText: 'search-dev' }).tap();
  await tab.remover(label, 'payments-dev').tap();
  await options.filter({ hasText: 'payments-dev' }).waitFor();
  expect(await tab.chosen(label)).toEqual(['search-dev (222233334444)']);

  await tab.page.keyboard.press('Escape');
  await options.first().waitFor({ state: 'detached' });
  const values = menu.locator('..');
  const { width = 0 } = (await values.boundingBox()) ?? {};
  await values.tap({ position: { x: width - 10, y: 10 } }); // in the first row, right of the chip
  await options.first().waitFor();
  await tab.page.keyboard.press('Escape');

  await tab.remover(label, 'search-dev').focus();
  await tab.page.keyboard.press('Enter');
  expect(await tab.chosen(label)).toEqual([]);
  await menu.and(tab.page.locator(':focus')).waitFor();
});

test('no more than ten can be chosen, and the last is in sight', async () => {
  const tab = await page.open();
  const { menu, options } = await openMenu(tab);
  for (let count = 1; count <= 10; count++) {
    await options.first().click();
    await until(`${count} of them`, async () => (await tab.chosen(label)).length === count);
  }
  await tab.page.getByText('No more than 10 can be chosen').waitFor();
  expect(await options.count()).toBe(0);
  const newest = tab.remover(label, (await tab.chosen(label)).at(-1) ?? '');
  const [field, last] = [await menu.locator('..').boundingBox(), await newest.boundingBox()];
  expect(last?.y).toBeLessThan((field?.y ?? 0) + (field?.height ?? 0));

  await tab.page.keyboard.press('Backspace');
  await options.first().waitFor();
});
