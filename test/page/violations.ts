import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Tab } from './tab.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules for each look: the dark one has other colours, and is the same page for the rest. */
const looks = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };

/** Serious and critical violations of what keeps a page accessible, in both looks. */
export async function violations({ page }: Tab): Promise<string[]> {
  const found: string[] = [];
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const options = { preload: false, resultTypes: ['violations'], runOnly: looks[colorScheme] };
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    for (const { id, help, nodes } of bad)
      found.push(...nodes.map(({ html }) => `${colorScheme}, ${id}: ${help}: ${html}`));
  }
  return found;
}
