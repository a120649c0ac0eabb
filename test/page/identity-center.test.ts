import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import { groupId, setArn, yuki } from '../sandbox/identity-center/sdk.ts';
import { atPortal, ownPassword } from './at-portal.ts';
import { usePage } from './use-page.ts';
import { violations } from './violations.ts';
import { vocabulary } from './vocabulary.ts';

const page = usePage();
const { portal: words, center } = vocabulary.en;
const startUrl = 'https://kumoworks.awsapps.com/start';

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

/** As boarding-pass would, to somebody outside Slack. */
async function mail(to: string, Data: string): Promise<void> {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const ses = new SESClient({ endpoint: page.world.url, region: 'eu-west-1', credentials });
  const Message = { Subject: { Data: 'Welcome' }, Body: { Text: { Data } } };
  const Source = 'boarding-pass@kumoworks.example';
  await ses.send(new SendEmailCommand({ Source, Destination: { ToAddresses: [to] }, Message }));
  ses.destroy();
}

test('from the start URL by a mailed code, a password and an authenticator into an account, by its name', async () => {
  const tab = await page.open({ expected: /40[013]/ });
  const userName = make('yuki');
  await mail(userName, `Your way in: ${startUrl}`);
  await tab.goToMails();
  await tab.page.getByRole('main').getByRole('button', { name: userName }).first().click();
  await tab.page.getByRole('link', { name: startUrl }).last().click();
  const look = async () => expect(await violations(tab)).toEqual([]);
  const portal = atPortal(tab);
  await look();
  await portal.typeUserName(userName);
  await look();
  await portal.verify(await portal.mailedCode(userName));
  await look();
  await portal.choosePassword();
  await look();
  await portal.registerMfa();
  await portal.accountsOf(2);
  await look();

  expect(await tab.aws.getByRole('listitem').filter({ hasText: 'search-dev' }).count()).toBe(0);
  await tab.aws.getByRole('button', { name: 'Developer: open ⁨payments-dev⁩' }).click();
  await tab.aws.getByRole('heading', { name: 'payments-dev' }).waitFor();
  await tab.aws.getByText(`Developer/${userName}`).first().waitFor();
  await portal.press(words.console.services.s3);
  await tab.aws.getByText('payments-dev-artifacts-111122223333').waitFor();
  await portal.press(words.console.services.iam);
  await tab.aws.getByText('AWSReservedSSO_Developer').waitFor();
  await look();
});

test('an address of one account leads into it, or says that it is not theirs', async () => {
  const tab = await page.open({ expected: /40[013]/ });
  const userName = make('sam');
  const into = (account: string) => `${startUrl}/#/console?account_id=${account}&role_name=Developer`;
  await mail(userName, `${into('111122223333')} and ${into('222233334444')}`);
  await tab.goToMails();
  const welcome = tab.page.getByRole('main').getByRole('button', { name: userName }).filter({ hasText: 'Welcome' });
  await welcome.click();
  await tab.page.getByRole('link', { name: '111122223333' }).last().click();
  await atPortal(tab).signInFirst(userName);
  await tab.aws.getByRole('heading', { name: 'payments-dev' }).waitFor();
  await welcome.click();
  await tab.page.getByRole('link', { name: '222233334444' }).last().click();
  await tab.aws.getByText('You do not have this access').waitFor();
});

test('whoever is in stays so over a reload, and signs in again with password and code', async () => {
  const tab = await page.open({ expected: /40[013]/ });
  const userName = make('omar');
  await (await tab.lookAt('identity-center')).getByRole('button', { name: center.toPortal }).click();
  const portal = atPortal(tab);
  await portal.signInFirst(userName);
  await portal.accountsOf(2);
  await tab.page.reload();
  await tab.lookAt('sign-in');
  await portal.accountsOf(2);
  await portal.press(words.accounts.signOut);
  await portal.press(words.next);
  await portal.fill(words.password, 'another');
  await portal.press(words.steps.passwordRequired.submit);
  await tab.aws.getByText(words.refusals.incorrect).waitFor();
  await portal.fill(words.password, ownPassword);
  await portal.press(words.steps.passwordRequired.submit);
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
