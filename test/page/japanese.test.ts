import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import { usePage } from './use-page.ts';

const page = usePage({ language: 'ja' });

test('in a Japanese world everybody reads Japanese, in the messages and in the page', async () => {
  const tab = await page.open();
  const step = journey(tab, 'ja');
  await tab.page.locator('html[lang=ja]').waitFor();
  await step.ask({ reason: '決済チームに参加するため' });
  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.press('承認');
  await tab.sees('1 名がサインインできます');

  await tab.as('Aiko Tanaka');
  await tab.goTo('boarding-pass');
  await tab.sees('サインイン');
  const words = await tab.page.getByRole('main').innerText();
  expect(words).not.toMatch(/\b(the|you|your|can|is|was)\b/);
});
