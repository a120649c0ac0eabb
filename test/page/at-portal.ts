import type { Language } from '../../sandbox/organization/organization.ts';
import type { Tab } from './tab.ts';
import { vocabulary } from './vocabulary.ts';

export const ownPassword = 'My own 1 password';

/** Steps of somebody at the AWS access portal, in the language that they read. */
export function atPortal(tab: Tab, language: Language = 'en') {
  const { portal: words, console } = vocabulary[language];
  const press = (name: string) => tab.aws.getByRole('button', { name, exact: true }).click();
  const fill = (name: string, text: string) => tab.aws.getByLabel(name, { exact: true }).fill(text);

  return {
    press,
    fill,
    accounts: tab.aws.getByRole('region', { name: words.title }),

    /** Of who has no password yet: a code is mailed to them. */
    async typeUserName(userName: string): Promise<void> {
      await fill(words.userName, userName);
      await press(words.next);
      await tab.aws.getByLabel(words.code).waitFor();
    },

    /** The code in the newest e-mail, as its reader finds it. */
    async mailedCode(userName: string): Promise<string> {
      await tab.goToMails();
      const listed = tab.page.getByRole('main').getByRole('button', { name: userName });
      await listed.filter({ hasText: 'Verification code' }).first().click();
      const code = tab.messages.getByText(/code is: \d{6}/);
      return /code is: (\d{6})/.exec(await code.innerText())?.[1] ?? '';
    },

    async verify(code: string): Promise<void> {
      await fill(words.code, code);
      await press(words.steps.codeSent.submit);
      await tab.aws.getByLabel(words.newPassword, { exact: true }).waitFor();
    },

    async choosePassword(): Promise<void> {
      await fill(words.newPassword, ownPassword);
      await fill(words.confirm, ownPassword);
      await press(words.steps.newPasswordRequired.submit);
      await this.authenticator.waitFor();
    },

    authenticator: tab.aws.getByRole('region', { name: console.telephone.title }).getByText(/^\d{6}$/),

    async registerMfa(): Promise<void> {
      await fill(words.mfaCode, await this.authenticator.innerText());
      await press(words.steps.mfaSetupRequired.submit);
    },

    /** From the user name to the accounts. */
    async signInFirst(userName: string): Promise<void> {
      await this.typeUserName(userName);
      await this.verify(await this.mailedCode(userName));
      await this.choosePassword();
      await this.registerMfa();
    },

    /** The names of the accounts, once there are so many. */
    async accountsOf(count: number): Promise<string[]> {
      const names = this.accounts.locator('.aws-account-name');
      await names.nth(count - 1).waitFor();
      return names.allTextContents();
    },
  };
}
