import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../sandbox/organization.ts';
import { startWorld } from '../../sandbox/world.ts';
import { launch } from './browser/launch.ts';
import { journey } from './journey.ts';
import { openTab, type Tab } from './tab.ts';
import { vocabulary } from './vocabulary.ts';

/** Draws the README's pictures from a real run, once in each language: the same job that the tests do. */
const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const reasons: Record<Language, string> = { en: 'They join the payments team', ja: '決済チームに参加するため' };

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
    reason: reasons[language],
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
  await tab.messages.last().getByRole('button', { name: bot.welcome.button }).first().click();
  await tab.sees(bot.password.once);
  await draw('password', tab.modal);
  await tab.press(bot.password.close);
  await tab.modalCloses();

  await tab.page.setViewportSize({ width: 1280, height: 1240 });
  await tab.goToMails();
  await draw('mail', tab.messages);
  await world.stop();
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
