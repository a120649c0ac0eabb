import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import { usePage } from './use-page.ts';
import { violations } from './violations.ts';

const page = usePage();

test('moved on by a week, the page shows what the time is here, and a request that has expired meanwhile', async () => {
  const tab = await page.open();
  await journey(tab).ask({ accounts: ['payments-dev'], people: ['Omar Haddad'], reason: 'joins payments' });
  await tab.as('Ken Watanabe');
  await journey(tab).toRequest();

  const time = tab.page.getByRole('button', { name: 'Time', exact: true });
  await time.click();
  const dialog = tab.page.getByRole('dialog', { name: 'Time in the sandbox' });
  await dialog.getByText(/^It is .* here/).waitFor();
  expect(await violations(tab)).toEqual([]);
  const before = Date.now();
  await dialog.getByRole('button', { name: '+1 week' }).click();
  await dialog.getByRole('status').getByText('It is now').waitFor();
  expect(page.world.time.now() - before).toBeGreaterThanOrEqual(7 * 86_400_000);
  await dialog.getByText('That is 7 days ahead of this computer.').waitFor();
  expect(await violations(tab)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await tab.sees('Nobody decided in time');
  const days = await tab.messages.locator('time').allTextContents();
  expect(days.map((text) => text.trim())).toEqual(
    expect.arrayContaining([expect.stringMatching(/^[A-Z][a-z]{2} \d+.* \d/)]),
  );
  const shown = tab.page.getByRole('button', { name: /^Time: / });
  const day = new Date(page.world.time.now()).getUTCDate();
  expect(await shown.innerText()).toMatch(new RegExp(`^Time: [A-Z][a-z]{2} ${day}, \\d\\d:\\d\\d$`));
  await (await tab.lookAt('executions')).getByText('3 days').first().waitFor();

  await tab.page.setViewportSize({ width: 390, height: 844 });
  expect(await tab.outOfSight()).toEqual([]);
  expect(await violations(tab)).toEqual([]);
  await tab.page.getByRole('button', { name: '日本語' }).click();
  await tab.page.getByRole('button', { name: /^時刻：\d+月/ }).click();
  await tab.page.getByRole('dialog', { name: 'サンドボックスの時刻' }).getByText('7 日進んでいます').waitFor();
});
