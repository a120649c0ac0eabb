import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../sandbox/organization/organization.ts';
import { outOfSight } from './out-of-sight.ts';
import { vocabulary } from './vocabulary.ts';

/** A tab with the page in it, and what a person does there, in their words. */
export type Tab = Awaited<ReturnType<typeof openTab>>;

export async function openTab(page: Page, url: string, language: Language = 'en') {
  const { shell, slack, aws } = vocabulary[language];
  page.setDefaultTimeout(60_000);

  const people = page.getByRole('region', { name: shell.youAre });
  const modal = page.getByRole('dialog').last();
  /** The conversation that is open, or the modal over it, which comes last in the page. */
  const inFront = page.getByRole('main').or(page.getByRole('dialog')).last();
  const composer = page.getByRole('main').getByRole('combobox');

  /** A field of the form in front; its label also names what was chosen in it. */
  const field = (label: string): Locator => modal.getByLabel(label).and(modal.locator('input, textarea')).first();
  const chips = (label: string): Locator => modal.getByRole('list', { name: label }).getByRole('listitem');

  const follow = async (button: string, heading: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('button', { name: button }).click();
    await page.getByRole('main').getByRole('heading', { level: 2, name: heading }).waitFor();
  };

  await page.goto(url);
  await people.waitFor();

  return {
    page,
    people,
    modal,
    composer,
    messages: page.getByRole('article'),
    aws: page.getByRole('complementary', { name: shell.panes.aws }),

    async as(name: string): Promise<void> {
      await people.getByRole('button', { name }).click();
      await people.getByRole('strong').filter({ hasText: name }).waitFor();
    },

    /** To a channel, or the bot's direct messages. */
    goTo: (conversation: string): Promise<void> => follow(conversation, conversation),

    goToMails: (): Promise<void> => follow(shell.mailbox, slack.mailbox.title),

    async type(text: string): Promise<void> {
      await composer.fill(text);
      await composer.press('Enter');
    },

    async fill(label: string, text: string): Promise<void> {
      await inFront.getByRole('textbox', { name: label }).fill(text);
    },

    /** Types into a menu and takes what it finds. A menu before it that takes several is still open, until it loses the focus. */
    async choose(label: string, text: string): Promise<void> {
      const menu = inFront.getByRole('combobox', { name: label });
      await menu.focus();
      await menu.click();
      await menu.fill(text);
      await page.locator('[role=listbox]:not([aria-busy=true])').getByRole('option', { name: text }).first().click();
    },

    /** The button with this name, the newest where there are several. */
    async press(button: string): Promise<void> {
      await inFront.getByRole('button', { name: button, exact: true }).last().click();
    },

    /** What the form says is wrong with a field, as a screen reader tells it together with the field. */
    async errorAt(label: string): Promise<string> {
      await field(label).and(page.locator('[aria-invalid=true]')).waitFor();
      const ids = (await field(label).getAttribute('aria-describedby'))?.split(' ') ?? [];
      return (await page.locator(`[id="${ids[0]}"]`).textContent()) ?? '';
    },

    /** What a field of the form holds. */
    holds: (label: string): Promise<string> => field(label).inputValue(),

    /** What was chosen in a menu that takes several. */
    chosen: (label: string): Promise<string[]> => chips(label).locator('bdi').allTextContents(),

    /** The button that takes one of them back. */
    remover: (label: string, text: string): Locator => chips(label).filter({ hasText: text }).getByRole('button'),

    async sees(text: string | RegExp): Promise<void> {
      await inFront.getByText(text).last().waitFor();
    },

    async modalOpens(title: string): Promise<void> {
      await page.getByRole('dialog', { name: title }).waitFor();
    },

    async modalCloses(): Promise<void> {
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },

    /** What cannot be reached without scrolling the whole page sideways. */
    outOfSight: (): Promise<string[]> => page.evaluate(outOfSight),

    clipboard: (): Promise<string> => page.evaluate(() => navigator.clipboard.readText()),

    /** Opens a part of AWS. */
    async lookAt(part: keyof typeof aws.tabs): Promise<Locator> {
      await page.getByRole('tab', { name: aws.tabs[part] }).click();
      return page.getByRole('tabpanel', { name: aws.tabs[part] });
    },
  };
}
