import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';
import { vocabulary } from './vocabulary.ts';

const page = usePage();

test('people do the whole job by clicking, in two accounts at once: asked for, approved, shown, signed in with MFA', async () => {
  const tab = await page.open({ expected: /401|403/, permissions: ['clipboard-read', 'clipboard-write'] });
  const step = journey(tab);
  const { aws } = tab;
  const { hint: words } = vocabulary.en.shell;
  const hint = tab.page.getByRole('region', { name: 'What to do next' });

  await step.ask({
    accounts: ['payments-dev', 'search-dev'],
    people: ['佐藤 由紀', 'Omar Haddad'],
    others: 'sam.lee@partner.example',
  });
  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.sees('asks for AWS access for');
  await tab.sees('a user with this name already exists there'); // Omar, in search-dev
  await aws.getByText('payments-dev, search-dev').waitFor();
  await tab.press('Approve');
  await tab.sees('2 of 3');
  await aws.getByText('Succeeded in part', { exact: true }).waitFor();

  await hint.getByText('press one of the buttons').waitFor();
  await hint.getByRole('button', { name: 'Take me there' }).click();
  const first = await fetchPassword(tab, 'payments-dev');
  await hint.getByText(words['sign-in'](yuki, 'kumo-payments-dev')).waitFor();
  await step.signIn({ userName: yuki, password: first });
  await step.choosePassword(own);
  await step.openInConsole('s3');
  await aws.getByText('s3:ListAllMyBuckets with an explicit deny in a permissions boundary').waitFor();
  await hint.getByText('assign an MFA device').waitFor();
  await step.nameDevice('phone');
  await step.enableDevice();
  await hint.getByText('this time with a code').waitFor();
  await signInAgain(tab);
  await aws.getByText('payments-dev-logs').waitFor();

  await hint.getByText(words['fetch-next']('佐藤 由紀', 'payments-dev', 'search-dev')).waitFor();
  const second = await fetchPassword(tab, 'search-dev');
  expect(second).not.toBe(first);
  await hint.getByRole('button', { name: 'To the sign-in' }).click();
  expect(await aws.getByLabel('Account ID or account alias').inputValue()).toBe('222233334444');
  await step.signIn({ account: '222233334444', userName: yuki, password: second });
  await step.choosePassword(own);
  await step.nameDevice('phone');
  await step.enableDevice();
  await signInAgain(tab);
  await aws.getByText('search-dev-logs').waitFor();
  await hint.getByText(words['ask-next']('佐藤 由紀', 'identity-center')).waitFor();

  const accounts = await tab.lookAt('accounts');
  await accounts.getByText('payments-dev', { exact: true }).click();
  await accounts.getByText(yuki).first().click();
  const devices = accounts.getByText(/virtual device phone, last used/);
  await devices.first().waitFor();
  expect(await devices.count()).toBe(2);
  await tab.lookAt('sign-in');
  await aws.getByRole('button', { name: 'Sign out', exact: true }).click();
  await step.signIn({ userName: yuki, password: first });
  await aws.getByText('Your authentication information is incorrect').waitFor();

  await tab.goToMails();
  await tab.page.getByRole('button', { name: 'sam.lee@partner.example' }).click();
  await tab.page.getByRole('button', { name: 'Plain text' }).click();
  await tab.sees('Temporary password');
  const mail = await tab.messages.innerText();
  for (const name of ['payments-dev', 'search-dev']) expect(mail).toContain(name);
});

const yuki = 'yuki@kumoworks.example';
const own = 'My-own-Passw0rd!';

/** As Yuki, who reads Japanese: presses the button of an account in her message, and copies what the modal shows. */
async function fetchPassword(tab: Tab, account: 'payments-dev' | 'search-dev'): Promise<string> {
  const buttons = tab.messages.last().getByRole('button', { name: '一時パスワードを表示' });
  await (account === 'payments-dev' ? buttons.first() : buttons.last()).click();
  await tab.modalOpens('一時パスワード');
  await tab.sees(account);
  await tab.press('Copy');
  await tab.sees('Copied');
  const password = await tab.clipboard();
  expect(await tab.modal.getByRole('code').allTextContents()).toContain(password);
  await tab.press('閉じる');
  await tab.modalCloses();
  return password;
}

/** From the page where a device was assigned to the buckets, with a code. */
async function signInAgain(tab: Tab): Promise<void> {
  const step = journey(tab);
  await tab.aws.getByRole('button', { name: 'Sign out and sign in again' }).click();
  await tab.aws.getByLabel('Password', { exact: true }).fill(own);
  await tab.aws.getByRole('button', { name: 'Sign in', exact: true }).click();
  await step.enterCode();
  await tab.aws.getByText('That is the whole way').waitFor();
  await step.openInConsole('s3');
}
