import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Language } from '../../sandbox/organization/organization.ts';
import { startWorld, type World, type WorldSettings } from '../../sandbox/world.ts';
import { isKnownToReadJapanese } from '../is-known.ts';
import { unhurried } from '../unhurried.ts';
import { launch } from './browser/launch.ts';
import { keepEvidence } from './evidence.ts';
import { openTab, type Tab } from './tab.ts';

type Opened = { context: BrowserContext; page: Page; complaints: string[] };

type PageSettings = Partial<WorldSettings> & {
  /** Whether the tests begin when the bot knows all accounts (default). */
  withAccounts?: boolean;
};

/** Started once for all files of a worker, and gone with it. */
const theBrowser = (): Promise<Browser> => {
  started ??= launch();
  return started;
};
let started: Promise<Browser> | undefined;

/** One world for a test file; whatever a test opens in the browser is closed when it ends. */
export function usePage({ withAccounts = true, ...settings }: PageSettings = {}) {
  const trouble = inject('browserTrouble');
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-page-'));
  const logFile = join(folder, 'bot.log');
  const log = () => readFileSync(logFile, 'utf8');
  const start = async (port = 0): Promise<World> => {
    rmSync(logFile, { force: true });
    const world = await startWorld(unhurried({ port, logFile, logLevel: 'trace', ...settings }));
    if (withAccounts) await until('the accounts', () => log().includes('accounts loaded'));
    for (const user of readersOfJapanese(settings.language)) await isKnownToReadJapanese(world.url, user);
    return world;
  };
  let world: World;
  let browser: Browser;
  let opened: Opened[] = [];

  beforeAll(async () => {
    if (!trouble) [world, browser] = await Promise.all([start(), theBrowser()]);
  });
  beforeEach(({ skip }) => skip(trouble !== '', trouble));
  afterEach(async ({ task }) => {
    const complaints = opened.flatMap((one) => one.complaints);
    if (task.result?.state === 'fail' || complaints.length > 0) {
      const kept = await keepEvidence(
        task.name,
        opened.map(({ page }) => page),
      );
      process.stderr.write(`What the page looked like: ${kept.join(', ')}\n`);
    }
    await Promise.all(opened.map(({ context }) => context.close()));
    opened = [];
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  });
  afterAll(async () => {
    await world?.stop();
    if (world && /"a listener failed"|"unexpected failure"/.test(log()))
      throw new Error(`The bot met an unexpected error:\n${log()}`);
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get world() {
      return world;
    },

    /** Opens the page as a new visitor. An error of the page, or on its console, fails the test, unless it is of an expected kind. */
    async open({ expected, ...options }: BrowserContextOptions & { expected?: RegExp } = {}): Promise<Tab> {
      const context = await browser.newContext({ ...usual, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      const complain = (text: string) => expected?.test(text) || complaints.push(text);
      page.on('pageerror', (error) => complain(error.stack ?? error.message));
      page.on('console', (message) => message.type() === 'error' && complain(message.text()));
      opened.push({ context, page, complaints });
      return openTab(page, world.url, settings.language);
    },

    /** Stops everything and starts another world at the same address, as somebody does at their terminal. */
    async restart({ meanwhile = async () => {} }: { meanwhile?: () => Promise<void> } = {}): Promise<void> {
      const port = Number(new URL(world.url).port);
      await world.stop();
      await meanwhile();
      world = await start(port);
    },
  };
}

/** Of those who act here. */
function readersOfJapanese(language?: Language): string[] {
  if (language === 'en') return [];
  const own = ['U0HIRO', 'U0YUKI'];
  return language === 'ja' ? [...own, 'U0AIKO', 'U0KEN', 'U0MARIA', 'U0OMAR'] : own;
}

const usual: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  timezoneId: 'UTC',
  colorScheme: 'light',
  reducedMotion: 'reduce',
  deviceScaleFactor: 1,
};
