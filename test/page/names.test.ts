import { expect, test } from 'vitest';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { unusual } from '../../sandbox/organization/invented/names.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';

const organization = enlarged(kumoworks, { people: kumoworks.people.length + unusual.length });
const page = usePage({ organization });
const [longest = '', unbroken = '', arabic = '', hebrew = '', emoji = '', mixed = ''] = unusual.map(
  ({ realName }) => realName,
);

/** Looks at what is in front, wide and narrow; where nothing covers them, at all three panes. */
async function expectToFit(tab: Tab): Promise<void> {
  const [wide, narrow] = [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ];
  expect(await tab.outOfSight()).toEqual([]);
  await tab.page.setViewportSize(narrow);
  const bar = tab.page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button');
  await bar.first().waitFor();
  expect(await tab.outOfSight()).toEqual([]);
  const isCovered = (await tab.page.getByRole('dialog').count()) > 0;
  for (const pane of isCovered ? [] : [0, 2, 1]) {
    await bar.nth(pane).click();
    expect(await tab.outOfSight()).toEqual([]);
  }
  await tab.page.setViewportSize(wide);
  await tab.people.waitFor();
}

test('names of 250 characters, from right to left and with emoji break no part of the page', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await tab.lookAt('accounts');
  await expectToFit(tab);

  await step.openForm();
  await step.fillForm({
    people: [longest, unbroken, arabic, hebrew, emoji, mixed],
    others: `${'x'.repeat(60)} ${'y'.repeat(50)}@partner.example`,
    reason: `${'無理由'.repeat(40)} ${'z'.repeat(120)}`,
  });
  await expectToFit(tab);
  await tab.press('Send request');
  await tab.modalCloses();

  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.press('Approve');
  await tab.sees('✅');
  await (await tab.lookAt('accounts')).getByText('payments-dev').first().click();
  await expectToFit(tab);

  await tab.as(longest);
  await tab.goTo('boarding-pass');
  await tab.press('Show temporary password');
  await tab.page.getByRole('dialog').waitFor();
  await expectToFit(tab);
  await tab.press('Close');
  await tab.modalCloses();

  await tab.as(arabic);
  await expectToFit(tab);
  await tab.goToMails();
  await expectToFit(tab);
});

test('what looks like mark-up in a name is shown to the letter', async () => {
  const tab = await page.open();
  const bobby = '<b>Bobby</b> & "Tables" *_~`';
  await tab.as(bobby);
  await tab.people.getByText(bobby).waitFor();
});
