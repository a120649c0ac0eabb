import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';
import { violations } from './violations.ts';

const page = usePage();

/** Whoever got a password by e-mail signs in with it, meets a refusal, and signs in again with MFA. */
async function setUpMfa(tab: Tab): Promise<void> {
  const step = journey(tab);
  const [password = ''] = page.world.aws.seen.passwords();
  const users = page.world.aws.look.accounts.get('111122223333')?.users.values() ?? [];
  const userName = [...users].find(({ loginProfile }) => loginProfile)?.userName ?? '';
  await step.signIn({ userName, password });
  await step.choosePassword('My-own-Passw0rd!');
  await tab.aws.getByText('Until you sign in with MFA').waitFor();
  expect(await violations(tab)).toEqual([]);
  await step.openInConsole('s3');
  await tab.aws.getByText('explicit deny').waitFor();
  expect(await violations(tab)).toEqual([]);
  await step.nameDevice('my phone');
  await tab.aws.getByText('is invalid').waitFor();
  expect(await violations(tab)).toEqual([]);
  await step.nameDevice('phone');
  await step.codes(2);
  expect(await violations(tab)).toEqual([]);
  await step.enableDevice();
  expect(await violations(tab)).toEqual([]);
  await tab.aws.getByRole('button', { name: 'Sign out', exact: true }).click();
  await step.signIn({ userName, password: 'My-own-Passw0rd!' });
  await step.codes(1);
  expect(await violations(tab)).toEqual([]);
  await step.enterCode();
  await tab.aws.getByText('That is the whole way').waitFor();
  expect(await violations(tab)).toEqual([]);
}

test('nothing keeps people with a screen reader, a keyboard or tired eyes from doing the job', async () => {
  const tab = await page.open({ expected: /40[03]/ });
  const step = journey(tab);
  await step.openForm();
  await tab.press('Send request');
  await tab.errorAt('Reason');
  expect(await violations(tab)).toEqual([]);
  await step.fillForm({ accounts: ['payments-dev', 'search-dev'], others: 'sam.lee@partner.example' });
  await tab.modal.getByRole('combobox', { name: 'People in Slack' }).click();
  await tab.page.getByRole('option').first().waitFor();
  expect(await violations(tab)).toEqual([]);
  await tab.page.keyboard.press('Escape');
  await tab.page.keyboard.press('Escape');
  await tab.sees('Discard what you typed?');
  expect(await violations(tab)).toEqual([]);
  await tab.press('Keep editing');
  await tab.press('Send request');
  await tab.modalCloses();

  await tab.as('Ken Watanabe');
  await step.toRequest();
  expect(await violations(tab)).toEqual([]);
  await tab.press('Approve');
  await tab.sees('✅');

  await (await tab.lookAt('accounts')).getByText('payments-dev').first().click();
  expect(await violations(tab)).toEqual([]);
  await tab.lookAt('sign-in');
  expect(await violations(tab)).toEqual([]);
  await setUpMfa(tab);
  await tab.goToMails();
  expect(await violations(tab)).toEqual([]);

  await tab.page.setViewportSize({ width: 390, height: 844 });
  expect(await violations(tab)).toEqual([]);
});
