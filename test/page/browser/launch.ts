import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { unpackedChromium } from './unpack.ts';

/** Whether npm brought a browser for this machine. */
export const hasOwnBrowser = process.platform === 'linux' && process.arch === 'x64';

/** Beyond what Playwright switches off itself: nothing outside this machine is looked up, and text is drawn alike everywhere. */
const args = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-domain-reliability',
  '--no-pings',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

/** Starts the Chromium that npm brought; where that does not run, a Chrome that is installed. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ args, ...(hasOwnBrowser ? await own() : { channel: 'chrome' }) });
}

async function own(): Promise<LaunchOptions> {
  const { executablePath, env } = await unpackedChromium();
  return { executablePath, env: { ...process.env, ...env } };
}
