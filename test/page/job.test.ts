import { expect, test } from 'vitest';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';

const page = usePage();

test('three people do the whole job by clicking: asked for, approved, shown, signed in with MFA', async () => {
  const tab = await page.open({ expected: /401|403/, permissions: ['clipboard-read', 'clipboard-write'] });
  const step = journey(tab);

  await step.ask({ people: ['佐藤 由紀'], others: 'sam.lee@partner.example' });

  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.sees('asks for AWS access for');
  await tab.press('Approve');
  await tab.sees('2 of 2 can sign in');

  await tab.as('佐藤 由紀');
  await tab.goTo('boarding-pass');
  await tab.press('一時パスワードを表示');
  await tab.modalOpens('一時パスワード');
  await tab.press('Copy');
  await tab.sees('Copied');
  const password = await tab.clipboard();
  expect(await tab.modal.getByRole('code').allTextContents()).toContain(password);
  await tab.press('閉じる');
  await tab.modalCloses();

  const { aws } = tab;
  const hint = tab.page.getByRole('region', { name: 'What to do next' });
  await step.signIn({ userName: 'yuki@kumoworks.example', password });
  await step.choosePassword('My-own-Passw0rd!');
  await step.openInConsole('s3');
  await aws.getByText('s3:ListAllMyBuckets with an explicit deny in a permissions boundary').waitFor();
  await hint.getByText('assign an MFA device').waitFor();

  await step.nameDevice('phone');
  await step.enableDevice();
  await hint.getByText('this time with a code').waitFor();
  await aws.getByRole('button', { name: 'Sign out and sign in again' }).click();
  await aws.getByLabel('Password', { exact: true }).fill('My-own-Passw0rd!');
  await aws.getByRole('button', { name: 'Sign in', exact: true }).click();
  await step.enterCode();
  await aws.getByText('That is the whole way').waitFor();
  await step.openInConsole('s3');
  await aws.getByText('payments-dev-logs').waitFor();
  await hint.getByText('That was the whole job').waitFor();
  const accounts = await tab.lookAt('accounts');
  await accounts.getByText('payments-dev', { exact: true }).click();
  await accounts.getByText('yuki@kumoworks.example').click();
  await accounts.getByText(/virtual device phone, last used/).waitFor();
  await tab.lookAt('sign-in');

  await aws.getByRole('button', { name: 'Sign out', exact: true }).click();
  await step.signIn({ userName: 'yuki@kumoworks.example', password });
  await aws.getByText('Your authentication information is incorrect').waitFor();

  await tab.goToMails();
  await tab.page.getByRole('button', { name: 'sam.lee@partner.example' }).click();
  await tab.page.getByRole('button', { name: 'Plain text' }).click();
  await tab.sees('Temporary password');
});

test('who approves their own request is told why not, and nobody else sees it', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await step.ask();
  await step.toRequest();
  await tab.press('Approve');
  await tab.sees('Only visible to you');
  await tab.sees(/your own request|yourself/);

  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.sees('asks for AWS access for');
  expect(await tab.page.getByText('Only visible to you').count()).toBe(0);
});

test('who decides in the same moment as somebody else is told that it was decided', async () => {
  const [first, second] = [await page.open(), await page.open()];
  await journey(first).ask({ people: ['Omar Haddad'] });
  const news = await delayNews(second);
  await second.as('Maria Lopez');
  await journey(second).toRequest();
  news.hold();
  await first.as('Ken Watanabe');
  await journey(first).toRequest();
  await first.press('Approve');
  await first.sees('Approved by');

  await second.press('Approve');
  news.arrive();
  await second.sees('Approved by');
  await second.sees('decided already');
});

/** What comes from the sandbox can be held back, as a slow network does. */
async function delayNews({ page }: Tab) {
  let held: (() => void)[] | undefined;
  await page.routeWebSocket(/page\/events/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (held) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.reload();
  return {
    hold: () => {
      held = [];
    },
    arrive: () => {
      for (const send of held ?? []) send();
      held = undefined;
    },
  };
}

test('a denial takes a reason, and the requester reads it', async () => {
  const tab = await page.open();
  const step = journey(tab);
  await step.ask({ people: ['Lena Fischer'] });
  await tab.as('Ken Watanabe');
  await step.toRequest();
  await tab.press('Deny');
  await tab.modalOpens('Deny the request');
  await tab.press('Deny');
  expect(await tab.errorAt('Reason')).toBe('Please complete this required field.');
  await tab.fill('Reason', 'Ask for *the test account* first');
  await tab.press('Deny');
  await tab.modalCloses();
  await tab.sees('Denied by');
  await tab.aws.getByText('Denied', { exact: true }).waitFor();

  await tab.as('Aiko Tanaka');
  await tab.goTo('boarding-pass');
  await tab.sees('Ask for *the test account* first');
});
