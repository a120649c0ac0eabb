import type { Language } from '../../sandbox/organization.ts';
import type { Tab } from './tab.ts';
import { vocabulary } from './vocabulary.ts';

export type Request = { profile?: string; account?: string; people?: string[]; others?: string; reason?: string };

export type Credentials = { account?: string; userName: string; password: string };

/** Steps of the job as the people of Kumoworks take them by clicking, in the language that everybody reads. */
export function journey(tab: Tab, language: Language = 'en') {
  const { bot, aws } = vocabulary[language];
  return {
    async openForm(): Promise<void> {
      await tab.goTo('#general');
      await tab.type('/onboard');
      await tab.modalOpens(bot.form.title);
    },

    async fillForm({
      profile = 'Developer',
      account = 'payments-dev',
      people = ['佐藤 由紀'],
      others = '',
      reason = 'They join the payments team',
    }: Request = {}): Promise<void> {
      await tab.choose(bot.form.profile, profile);
      await tab.choose(bot.form.account, account);
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
  };
}
