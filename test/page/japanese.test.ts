import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import { usePage } from './use-page.ts';

const page = usePage({ language: 'ja' });

test('in a Japanese world everybody reads Japanese, in the messages and in the page', async () => {
  const tab = await page.open();
  const step = journey(tab, 'ja');
  await tab.page.locator('html[lang=ja]').waitFor();
  await step.ask({
    accounts: ['payments-dev', 'search-dev'],
    people: ['佐藤 由紀', 'Omar Haddad'],
    reason: '決済チームに参加するため',
  });
  await tab.as('Ken Watanabe');
  await step.toRequest();
  await expectJapanese(tab.page.getByRole('main'));
  await tab.press('承認');
  await tab.aws.getByText('一部成功', { exact: true }).waitFor();
  await tab.sees('search-dev');
  await expectJapanese(tab.page.getByRole('main'));
  await expectJapanese(tab.aws);

  await tab.as('Aiko Tanaka');
  await tab.goTo('boarding-pass');
  await tab.sees('付与できません');
  await expectJapanese(tab.page.getByRole('main'));

  await tab.as('佐藤 由紀');
  await tab.goTo('boarding-pass');
  await tab.messages.last().getByRole('button', { name: '一時パスワードを表示' }).last().click();
  await tab.modalOpens('一時パスワード');
  await tab.sees('search-dev');
  await expectJapanese(tab.modal);
});

/** Names stay as they are; no English sentence is among them. */
async function expectJapanese(part: Locator): Promise<void> {
  expect(await part.innerText()).not.toMatch(/\b(the|you|your|can|is|was|in|and)\b/);
}
