import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../sandbox/organization/organization.ts';
import { startWorld } from '../../sandbox/world.ts';
import { atPortal } from './at-portal.ts';
import { launch } from './browser/launch.ts';
import { journey } from './journey.ts';
import { openTab, type Tab } from './tab.ts';
import { vocabulary } from './vocabulary.ts';

/** Draws the README's pictures from a real run, once in each language: the same job that the tests do. */
const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const reasons: Record<Language, { iamUser: string; portal: string; group: string }> = {
  en: {
    iamUser: 'They join the payments team',
    portal: 'They build the new checkout',
    group: 'They join the engineers',
  },
  ja: {
    iamUser: '決済チームに参加するため',
    portal: '新しい決済画面を開発するため',
    group: 'エンジニアのチームに参加するため',
  },
};

mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-pictures-'));
const browser = await launch();
for (const language of ['en', 'ja'] as const) await drawIn(language, browser);
await browser.close();
rmSync(folder, { recursive: true });

async function drawIn(language: Language, browser: Browser): Promise<void> {
  const world = await startWorld({ language, logFile: join(folder, `${language}.log`) });
  const { bot } = vocabulary[language];
  const open = (deviceScaleFactor: number, address = '') =>
    openIn(
      browser,
      { deviceScaleFactor, locale: language === 'ja' ? 'ja-JP' : 'en-US' },
      world.url + address,
      language,
    );
  const draw = (name: string, what: Page | Locator) => drawTo(`${name}-${language}.webp`, what);

  const tab = await open(2);
  await tab.page.getByRole('button', { name: vocabulary[language].shell.hint.dismiss }).click();
  const step = journey(tab, language);
  await step.openForm();
  await step.fillForm({
    accounts: ['payments-dev', 'search-dev'],
    others: 'sam.lee@partner.example',
    reason: reasons[language].iamUser,
  });
  await draw('form', tab.modal);
  await tab.press(bot.form.submit);
  await tab.modalCloses();

  await tab.as('Ken Watanabe');
  await step.toRequest();
  await draw('approval-before', tab.messages.last());

  const { page } = await open(1.25, '/#U0KEN/C0APPROVE');
  await draw('page', page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await draw('page-dark', page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await draw('page-narrow', page);

  await tab.press(bot.request.approve);
  await tab.sees('✅');
  await draw('approval-after', tab.messages.last());

  await tab.as('佐藤 由紀');
  await tab.goTo('boarding-pass');
  await draw('welcome', tab.messages.last());
  await drawTerminal(tab, language, () => draw('terminal-console', tab.modal));
  await tab.messages
    .last()
    .getByRole('button', { name: bot.welcome.buttonFor('payments-dev') })
    .click();
  await tab.sees(bot.password.once);
  await draw('password', tab.modal);
  await tab.press(bot.password.close);
  await tab.modalCloses();

  await tab.page.setViewportSize({ width: 1280, height: 1320 });
  await tab.goToMails();
  await draw('mail', tab.messages);
  await tab.page.setViewportSize({ width: 1280, height: 900 });
  await drawPortal(tab, language, draw);
  await world.stop();
}

/** The other way in: a group alone, then a permission set in three accounts, up to where both stand beside each other. */
async function drawPortal(
  tab: Tab,
  language: Language,
  draw: (name: string, what: Page | Locator) => Promise<void>,
): Promise<void> {
  const { bot } = vocabulary[language];
  const people = ['佐藤 由紀', 'Omar Haddad'];
  const step = journey(tab, language);
  await tab.as('Aiko Tanaka');
  await step.openForm();
  await tab.choose(bot.form.profile, 'Engineering');
  await tab.modal.getByLabel(bot.form.accounts).waitFor({ state: 'detached' });
  for (const person of people) await tab.choose(bot.form.people, person);
  await tab.fill(bot.form.reason, reasons[language].group);
  await draw('form-group', tab.modal);
  await tab.choose(bot.form.profile, 'Cloud developer');
  await tab.modal.getByLabel(bot.form.accounts).first().waitFor();
  for (const account of ['payments-dev', 'search-dev', 'sandbox-tokyo']) await tab.choose(bot.form.accounts, account);
  await tab.fill(bot.form.reason, reasons[language].portal);
  await draw('form-portal', tab.modal);
  await tab.press(bot.form.submit);
  await tab.modalCloses();

  await tab.as('Ken Watanabe');
  await step.toRequest();
  await draw('approval-portal', tab.messages.last());
  await tab.press(bot.request.approve);
  await tab.sees('✅');

  await tab.as('佐藤 由紀');
  await tab.goTo('boarding-pass');
  const welcome = tab.messages.last();
  const address = welcome.getByRole('link', { name: 'awsapps.com/start' });
  await address.waitFor();
  await draw('welcome-portal', welcome);
  await drawTerminal(tab, language, () => draw('terminal', tab.modal));
  await address.click();
  const portal = atPortal(tab, language);
  await portal.signInFirst('yuki@kumoworks.example');
  await portal.accountsOf(3);
  await draw('portal', portal.accounts);
}

/** The window about the AWS CLI, as a whole: it is longer than most screens. */
async function drawTerminal(tab: Tab, language: Language, draw: () => Promise<void>): Promise<void> {
  const { bot } = vocabulary[language];
  await tab.page.setViewportSize({ width: 1280, height: 2600 });
  await tab.messages.last().getByRole('button', { name: bot.cli.button }).click();
  await tab.modal.waitFor();
  await draw();
  await tab.press(bot.cli.close);
  await tab.modalCloses();
  await tab.page.setViewportSize({ width: 1280, height: 840 });
}

async function openIn(
  browser: Browser,
  options: BrowserContextOptions,
  address: string,
  language: Language,
): Promise<Tab> {
  const usual = { viewport: { width: 1280, height: 840 }, timezoneId: 'UTC', reducedMotion: 'reduce' } as const;
  const page = await (await browser.newContext({ ...usual, ...options })).newPage();
  return openTab(page, address, language);
}

/** With all fonts there, and the pointer not in the picture. */
async function drawTo(file: string, what: Page | Locator): Promise<void> {
  const page = 'page' in what ? what.page() : what;
  await page.mouse.move(0, 0);
  for (const frame of page.frames()) await frame.evaluate(() => document.fonts.ready);
  await what.screenshot({ path: join(pictures, file), type: 'webp', quality: 78, animations: 'disabled' });
  process.stdout.write(`docs/pictures/${file}\n`);
}
