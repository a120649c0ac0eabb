import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atPortal } from './at-portal.ts';
import { journey } from './journey.ts';
import type { Tab } from './tab.ts';
import { usePage } from './use-page.ts';
import { violations } from './violations.ts';
import { vocabulary } from './vocabulary.ts';

const accounts = ['payments-dev', 'search-dev', 'sandbox-tokyo'];
const people = ['佐藤 由紀', 'Omar Haddad'];
const yuki = 'yuki@kumoworks.example';
const omar = 'omar@kumoworks.example';

describe.each(['en', 'ja'] as const)('in a world that reads %s', (language) => {
  const page = usePage({ language });
  const { bot, shell, portal: words, aws } = vocabulary[language];
  const hintOf = (tab: Tab): Locator => tab.page.getByRole('region', { name: shell.hint.label });
  const follow = (tab: Tab) => hintOf(tab).getByRole('button', { name: shell.hint.goThere }).click();
  const look = async (tab: Tab) => expect(await violations(tab)).toEqual([]);

  test('two people are given three accounts at the portal, and the hint leads to the end', async () => {
    const tab = await page.open({ expected: /40[13]/ });
    const hint = hintOf(tab);
    const step = journey(tab, language);
    await step.openForm();
    await tab.choose(bot.form.profile, 'Engineering');
    await tab.sees(shell.hint.fill(undefined));
    // Over the form, and nowhere else.
    expect(await tab.page.getByText(shell.hint.fill(undefined)).filter({ visible: true }).count()).toBe(1);
    await tab.modal.getByLabel(bot.form.accounts).waitFor({ state: 'detached' });
    await look(tab);
    await step.fillForm({ profile: 'Cloud developer', accounts, people });
    await look(tab);
    await tab.press(bot.form.submit);
    await tab.modalCloses();
    await hint.getByText(shell.hint.approve('Ken Watanabe')).waitFor();
    await follow(tab);
    await tab.messages.getByRole('button', { name: bot.request.approve, exact: true }).waitFor();
    await tab.sees('PowerUserAccess');
    await look(tab);
    await tab.press(bot.request.approve);
    await tab.aws.getByText(aws.executions.status.boarded).first().waitFor();

    await hint.getByText(shell.hint['to-portal']('佐藤 由紀', yuki)).waitFor();
    await follow(tab);
    const welcome = tab.messages.last();
    await welcome.getByText(yuki).first().waitFor();
    // There is no password to show: the one button leads to the AWS CLI.
    await welcome.getByRole('button', { name: bot.cli.button }).waitFor();
    expect(await welcome.getByRole('button').count()).toBe(1);
    await look(tab);
    await welcome.getByRole('link', { name: 'https://kumoworks.awsapps.com/start' }).click();
    const portal = atPortal(tab, language);
    await portal.typeUserName(yuki);
    await hint.getByText(shell.hint['mailed-code'](yuki)).waitFor();
    await follow(tab);
    await portal.verify(await portal.mailedCode(yuki));
    await portal.choosePassword();
    await hint.getByText(shell.hint['portal-mfa']).waitFor();
    await portal.registerMfa();
    await hint.getByText(shell.hint['open-account']).waitFor();
    expect(await portal.accountsOf(3)).toEqual(accounts.toSorted());
    await look(tab);
    await portal.press(words.accounts.open('Developer', 'sandbox-tokyo'));
    await tab.aws.getByRole('heading', { name: 'sandbox-tokyo' }).waitFor();
    await hint.getByText(shell.hint['ask-next']('佐藤 由紀', 'iam-user')).waitFor();

    await tab.as('Omar Haddad');
    await tab.goTo('boarding-pass');
    await tab.messages.last().getByRole('link', { name: 'payments-dev' }).click();
    await portal.signInFirst(omar);
    await tab.aws.getByRole('heading', { name: 'payments-dev' }).waitFor();
    await portal.press(words.console.back);
    expect(await portal.accountsOf(3)).toEqual(accounts.toSorted());

    // Yuki has a browser of her own, in which she is still signed in.
    await tab.as('佐藤 由紀');
    await tab.goTo('boarding-pass');
    await tab.messages.last().getByRole('link', { name: 'search-dev' }).click();
    await tab.aws.getByText(`Developer/${yuki}`).first().waitFor();
  });

  test('a kind of access that is a group asks for no account, and opens what the group opens', async () => {
    const tab = await page.open({ expected: /40[13]/ });
    const step = journey(tab, language);
    await tab.as('Maria Lopez');
    await step.openForm();
    await tab.choose(bot.form.profile, 'Engineering');
    await tab.modal.getByLabel(bot.form.accounts).waitFor({ state: 'detached' });
    await tab.fill(bot.form.others, 'sam.lee Sam Lee <sam.lee@partner.example>');
    await tab.fill(bot.form.reason, 'He joins the engineers');
    await tab.press(bot.form.submit);
    await tab.modalCloses();
    await tab.as('Ken Watanabe');
    await step.toRequest();
    await tab.sees('Engineering');
    await look(tab);
    await tab.aws.getByText(aws.executions.groupsAlone).waitFor();
    await tab.press(bot.request.approve);
    await tab.sees('✅');

    await tab.goToMails();
    const portal = atPortal(tab, language);
    await tab.page.getByRole('main').getByRole('button', { name: 'sam.lee@partner.example' }).first().click();
    await tab.page.getByRole('button', { name: vocabulary[language].slack.mailbox.plainText }).click();
    await look(tab);
    await tab.page.getByRole('link', { name: 'https://kumoworks.awsapps.com/start' }).first().click();
    await portal.signInFirst('sam.lee');
    expect(await portal.accountsOf(2)).toEqual(['payments-dev', 'search-dev']);
  });
});
