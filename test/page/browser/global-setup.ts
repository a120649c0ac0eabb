import type { TestProject } from 'vitest/node';
import { hasOwnBrowser, launch } from './launch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Why there is no browser here; empty where there is one. */
    browserTrouble: string;
  }
}

/** Tries the browser once for all test files. Where there is none they are skipped, and it is said why; in CI that is a failure. */
export default async function setup(project: TestProject): Promise<void> {
  const trouble = await tryBrowser();
  project.provide('browserTrouble', trouble);
  if (!trouble) return;
  if (process.env.CI && hasOwnBrowser)
    throw new Error(`The browser for the tests of the page does not start: ${trouble}`);
  process.stderr.write(`\nThe tests of the page are skipped, for no browser starts here: ${trouble}\n\n`);
}

async function tryBrowser(): Promise<string> {
  try {
    await (await launch()).close();
    return '';
  } catch (err) {
    return (err as Error).message.split('\n')[0] ?? 'it does not say why';
  }
}
