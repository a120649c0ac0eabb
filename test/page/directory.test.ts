import { expect, test } from 'vitest';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { withDirectory } from '../../sandbox/organization/with-directory.ts';
import { setArn } from '../sandbox/identity-center/sdk.ts';
import { atPortal } from './at-portal.ts';
import { usePage } from './use-page.ts';
import { violations } from './violations.ts';
import { vocabulary } from './vocabulary.ts';

const page = usePage({ organization: withDirectory(kumoworks), users: 'existing' });
const { center: words, portal: portalWords } = vocabulary.en;

test('who was hired waits for a synchronization, which the page can start; groups say where they come from', async () => {
  const tab = await page.open();
  const shown = await tab.lookAt('identity-center');
  await shown.getByRole('heading', { name: words.directory.title }).waitFor();
  await shown.getByText('Yuki', { exact: false }).or(shown.getByText('yuki@kumoworks.example')).first().waitFor();
  expect(await shown.getByText(words.directory.waiting).count()).toBe(1);
  expect(await shown.getByText(words.fromDirectory).count()).toBeGreaterThan(6);
  expect(await violations(tab)).toEqual([]);
  await shown.getByRole('button', { name: words.directory.synchronize }).click();
  await shown.getByText(words.directory.arrived('yuki@kumoworks.example')).waitFor();
  await shown.getByText(words.directory.waiting).waitFor({ state: 'detached' });
  await shown.getByRole('button', { name: words.directory.synchronize }).click();
  await shown.getByText(words.directory.nobodyArrived).waitFor();
});

test('at the portal people go to their company, and from there to what they were given', async () => {
  const { identityCenter } = page.world.aws;
  const lena = [...page.world.aws.look.identityCenter.users.values()].find(({ userName }) => userName === 'l.fischer');
  identityCenter.change({ assignmentMs: 0 });
  identityCenter.asAdmin('createAccountAssignment', {
    TargetId: '111122223333',
    TargetType: 'AWS_ACCOUNT',
    PermissionSetArn: setArn('Developer'),
    PrincipalType: 'USER',
    PrincipalId: lena?.userId ?? '',
  });
  const tab = await page.open({ expected: /40[013]/ });
  await (await tab.lookAt('identity-center')).getByRole('button', { name: words.toPortal }).click();
  const portal = atPortal(tab);
  const company = portalWords.steps.companySignInRequired;
  await tab.aws.getByText(portalWords.introOfCompany).waitFor();
  await portal.fill(portalWords.userName, 'mallory');
  await portal.press(portalWords.next);
  await tab.aws.getByRole('heading', { name: company.title }).waitFor();
  expect(await violations(tab)).toEqual([]);
  await portal.press(company.submit);
  await tab.aws.getByText(portalWords.refusals['company-account']).waitFor();
  await portal.press(portalWords.back);
  await portal.fill(portalWords.userName, 'l.fischer');
  await portal.press(portalWords.next);
  await portal.press(company.submit);
  expect(await portal.accountsOf(1)).toEqual(['payments-dev']);
});
