import type { Language } from '../../sandbox/organization/organization.ts';
import type { Tab } from './tab.ts';
import { vocabulary } from './vocabulary.ts';

export type Request = { profile?: string; accounts?: string[]; people?: string[]; others?: string; reason?: string };

export type Credentials = { account?: string; userName: string; password: string };

/** Steps of the job as the people of Kumoworks take them by clicking, in the language that everybody reads. */
export function journey(tab: Tab, language: Language = 'en') {
  const { bot, aws, console } = vocabulary[language];
  return {
    async openForm(): Promise<void> {
      await tab.goTo('#general');
      await tab.type('/onboard');
      await tab.modalOpens(bot.form.title);
    },

    async fillForm({
      profile = 'Developer',
      accounts = ['payments-dev'],
      people = ['佐藤 由紀'],
      others = '',
      reason = 'They join the payments team',
    }: Request = {}): Promise<void> {
      await tab.choose(bot.form.profile, profile);
      for (const account of accounts) await tab.choose(bot.form.accounts, account);
      for (const person of people) await tab.choose(bot.form.people, person);
      await tab.fill(bot.form.others, others);
      await tab.fill(bot.form.reason, reason);
    },

    /** Asks for access; who asks has the page in front of them. */
    async ask(request: Request = {}): Promise<void> {
      await this.openForm();
      await this.fillForm(request);
      await tab.press(bot.form.submit);
      await tab.modalCloses();
    },

    /** The newest request in the approvals channel, once it can be decided. */
    async toRequest(): Promise<void> {
      await tab.goTo('#aws-approvals');
      await tab.messages.getByRole('button', { name: bot.request.approve, exact: true }).last().waitFor();
    },

    /** Fills in the console's form and sends it. */
    async signIn({ account = 'kumo-payments-dev', userName, password }: Credentials): Promise<void> {
      await tab.lookAt('sign-in');
      await tab.aws.getByLabel(aws.signIn.account).fill(account);
      await tab.aws.getByLabel(aws.signIn.userName).fill(userName);
      await tab.aws.getByLabel(aws.signIn.password, { exact: true }).fill(password);
      await tab.aws.getByRole('button', { name: aws.signIn.submit, exact: true }).click();
    },

    /** Sets a password of one's own where the console asks for it. */
    async choosePassword(password: string): Promise<void> {
      await tab.aws.getByLabel(aws.signIn.newPassword, { exact: true }).fill(password);
      await tab.aws.getByLabel(aws.signIn.confirm).fill(password);
      await tab.aws.getByRole('button', { name: aws.signIn.change }).click();
    },

    /** A page of the console, for who is signed in. */
    async openInConsole(page: keyof typeof console.pages): Promise<void> {
      await tab.aws.getByRole('button', { name: console.pages[page] }).click();
    },

    /** Goes as far as where the two codes of an MFA device are typed. */
    async nameDevice(name: string): Promise<void> {
      await this.openInConsole('security');
      await tab.aws.getByRole('button', { name: console.security.assign }).click();
      await tab.aws.getByLabel(console.assign.name).fill(name);
      await tab.aws.getByRole('button', { name: console.assign.next }).click();
    },

    /** Types the two codes that the telephone shows. */
    async enableDevice(): Promise<void> {
      const [first = '', second = ''] = await this.codes(2);
      await tab.aws.getByLabel(console.assign.code1).fill(first);
      await tab.aws.getByLabel(console.assign.code2).fill(second);
      await tab.aws.getByRole('button', { name: console.assign.add }).click();
      await tab.aws.getByText(console.security.assigned).waitFor();
    },

    /** Types the code that the telephone shows, after the password was taken. */
    async enterCode(): Promise<void> {
      const [code = ''] = await this.codes(1);
      await tab.aws.getByLabel(console.mfaForm.code).fill(code);
      await tab.aws.getByRole('button', { name: console.mfaForm.submit }).click();
    },

    /** What the telephone shows, once it shows so many codes. */
    async codes(count: number): Promise<string[]> {
      const shown = tab.aws.getByRole('region', { name: console.telephone.title }).getByText(/^\d{6}$/);
      await shown.nth(count - 1).waitFor();
      return shown.allTextContents();
    },
  };
}
