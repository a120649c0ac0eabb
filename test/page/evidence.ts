import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL('../../test-results/', import.meta.url));

/** Keeps what a page looked like when its test failed. @returns where */
export async function keepEvidence(test: string, pages: Page[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const kept = pages.map(async (page, index) => {
    const place = `${folder}${test.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}${index > 0 ? `-${index + 1}` : ''}`;
    await page.screenshot({ path: `${place}.png` });
    writeFileSync(`${place}.html`, await page.content());
    return `${relative(root, place)}.png and .html`;
  });
  const settled = await Promise.allSettled(kept);
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : `nothing: ${one.reason}`));
}
