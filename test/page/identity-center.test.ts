import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/until.ts';
import { groupId, setArn, yuki } from '../sandbox/identity-center/sdk.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';
import { vocabulary } from './vocabulary.ts';

const page = usePage();
const { portal: words, center } = vocabulary.en;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const password = 'My own 1 password';
const startUrl = 'https://kumoworks.awsapps.com/start';

async function violations({ page }: Tab): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run({ preload: false, resultTypes: ['violations'] })");
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    for (const { id, nodes } of bad) found.push(...nodes.map(({ html }) => `${colorScheme}, ${id}: ${html}`));
  }
  return found;
}

/** Somebody of a name of their own, with the permission set in the account, or what becomes of it. */
function make(name: string): string {
  const { identityCenter } = page.world.aws;
  const userName = `${name}@kumoworks.example`;
  const Emails = [{ Value: userName }];
  const { UserId } = identityCenter.asAdmin('createUser', { ...yuki, UserName: userName, Emails }) as {
    UserId: string;
  };
  const assign = (TargetId: string) =>
    identityCenter.asAdmin('createAccountAssignment', {
      TargetId,
      TargetType: 'AWS_ACCOUNT',
      PermissionSetArn: setArn('Developer'),
      PrincipalType: 'USER',
      PrincipalId: UserId,
    });
  identityCenter.change({ assignmentMs: 0 });
  identityCenter.plan({ outcome: 'fails' });
  assign('222233334444');
  assign('111122223333');
  identityCenter.asAdmin('createGroupMembership', { GroupId: groupId('DataPlatform'), MemberId: { UserId } });
  return userName;
}

const inPortal = (tab: Tab) => tab.aws.getByRole('region', { name: words.title });
const press = (tab: Tab, name: string) => tab.aws.getByRole('button', { name, exact: true }).click();
const fill = (tab: Tab, name: string, text: string) => tab.aws.getByLabel(name, { exact: true }).fill(text);

/** As boarding-pass would, to somebody outside Slack. */
async function mail(to: string, Data: string): Promise<void> {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const ses = new SESClient({ endpoint: page.world.url, region: 'eu-west-1', credentials });
  const Message = { Subject: { Data: 'Welcome' }, Body: { Text: { Data } } };
  const Source = 'boarding-pass@kumoworks.example';
  await ses.send(new SendEmailCommand({ Source, Destination: { ToAddresses: [to] }, Message }));
  ses.destroy();
}

async function arrive(tab: Tab, userName: string, look?: () => Promise<void>): Promise<void> {
  await type(tab, userName, look);
  await inPortal(tab).getByText('payments-dev').waitFor();
}

/** Types the user name at the portal, the mailed code, a password, and what the authenticator shows. */
async function type(tab: Tab, userName: string, look: () => Promise<void> = async () => {}): Promise<void> {
  await fill(tab, words.userName, userName);
  await look();
  await press(tab, words.next);
  await tab.aws.getByLabel(words.code).waitFor();
  await look();
  const mail = page.world.aws.look.mails.findLast(
    ({ from, to }) => from.startsWith('no-reply') && to.includes(userName),
  );
  await fill(tab, words.code, /code is: (\d{6})/.exec(mail?.text ?? '')?.[1] ?? '');
  await press(tab, words.steps.codeSent.submit);
  await fill(tab, words.newPassword, password);
  await fill(tab, words.confirm, password);
  await look();
  await press(tab, words.steps.newPasswordRequired.submit);
  await enterCode(tab, words.steps.mfaSetupRequired.submit, look);
}

async function enterCode(tab: Tab, submit: string, look: () => Promise<void> = async () => {}): Promise<void> {
  const shown = tab.aws.locator('.aws-telephone-code');
  const code = await until('a code', async () => /\d{6}/.exec((await shown.textContent().catch(() => '')) ?? '')?.[0]);
  await fill(tab, words.mfaCode, code);
  await look();
  await press(tab, submit);
}

test('from the start URL by a mailed code, a password and an authenticator into an account, by its name', async () => {
  const tab = await page.open({ expected: /40[013]/ });
  const userName = make('yuki');
  await mail(userName, `Your way in: ${startUrl}`);
  await tab.goToMails();
  await tab.page.getByRole('main').getByRole('button', { name: userName }).first().click();
  await tab.page.getByRole('link', { name: startUrl }).last().click();
  const look = async () => expect(await violations(tab)).toEqual([]);
  await arrive(tab, userName, look);
  await look();

  expect(await tab.aws.getByRole('listitem').filter({ hasText: 'search-dev' }).count()).toBe(0);
  await tab.aws.getByRole('button', { name: 'Developer: open ⁨payments-dev⁩' }).click();
  await tab.aws.getByRole('heading', { name: 'payments-dev' }).waitFor();
  await tab.aws.getByText(`Developer/${userName}`).first().waitFor();
  await press(tab, words.console.services.s3);
  await tab.aws.getByText('payments-dev-artifacts-111122223333').waitFor();
  await press(tab, words.console.services.iam);
  await tab.aws.getByText('AWSReservedSSO_Developer').waitFor();
  await look();
});

test('an address of one account leads into it, or says that it is not theirs', async () => {
  const tab = await page.open({ expected: /40[013]/ });
  const userName = make('sam');
  const into = (account: string) => `${startUrl}/#/console?account_id=${account}&role_name=Developer`;
  await mail(userName, `${into('111122223333')} and ${into('222233334444')}`);
  await tab.goToMails();
  await tab.page.getByRole('main').getByRole('button', { name: userName }).first().click();
  await tab.page.getByRole('link', { name: '111122223333' }).last().click();
  await type(tab, userName);
  await tab.aws.getByRole('heading', { name: 'payments-dev' }).waitFor();
  await tab.page.getByRole('link', { name: '222233334444' }).last().click();
  await tab.aws.getByText('You do not have this access').waitFor();
});

test('whoever is in stays so over a reload, and signs in again with password and code', async () => {
  const tab = await page.open({ expected: /40[013]/ });
  const userName = make('omar');
  await (await tab.lookAt('identity-center')).getByRole('button', { name: center.toPortal }).click();
  await arrive(tab, userName);
  await tab.page.reload();
  await tab.lookAt('sign-in');
  await inPortal(tab).getByText('payments-dev').waitFor();
  await press(tab, words.accounts.signOut);
  await press(tab, words.next);
  await fill(tab, words.password, 'another');
  await press(tab, words.steps.passwordRequired.submit);
  await tab.aws.getByText(words.refusals.incorrect).waitFor();
  await fill(tab, words.password, password);
  await press(tab, words.steps.passwordRequired.submit);
  await tab.aws.getByLabel(words.mfaCode).waitFor();
});

test('the tab shows who is there, in which groups, and how far each assignment is', async () => {
  const tab = await page.open();
  const userName = make('lina');
  page.world.aws.identityCenter.disable(userName);
  const shown = await tab.lookAt('identity-center');
  const someone = shown.getByText(userName).first();
  await someone.click();
  await shown.getByText(center.disabled).first().waitFor();
  const line = (account: string) =>
    shown.getByRole('listitem').filter({ hasText: account }).filter({ hasText: userName });
  await line('search-dev').getByText(center.statuses.FAILED).waitFor();
  await line('search-dev').getByText(center.noReason).waitFor();
  await line('payments-dev').getByText(center.statuses.HELD).waitFor();
  expect(await violations(tab)).toEqual([]);
  await tab.page.setViewportSize({ width: 390, height: 844 });
  expect(await violations(tab)).toEqual([]);
});
