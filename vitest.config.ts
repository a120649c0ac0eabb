import { defineConfig } from 'vitest/config';
import { checksByTool } from './test/aws/checks-by-tool.ts';
import { dearest } from './test/dearest.ts';

const ofThePage = ['test/page/**/*.test.ts'];
const ofAws = ['test/aws/**/*.test.ts'];

export default defineConfig({
  test: {
    // In CI the counts are read from a file: see .ci/run.
    reporters: ['default', checksByTool, dearest, ...(process.env.CI ? ['json'] : [])],
    outputFile: { json: 'vitest-results.log' },
    // A world is a bot process, a local Slack and a local AWS: more than two at once fight for the machine's cores.
    maxWorkers: 2,
    // A file that is done leaves nothing behind but modules: to import them anew costs as much as most files take.
    isolate: false,
    // Every bot is started from the same files.
    env: { NODE_COMPILE_CACHE: new URL('node_modules/.cache/compiled', import.meta.url).pathname },
    // Of a test that hangs; a machine may be several times slower than the one where it was written.
    testTimeout: 120_000,
    // A machine that is shared stops for seconds now and then. Whatever needed its second try is marked in the log, and has to be mended.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'bot', include: ['test/**/*.test.ts'], exclude: [...ofThePage, ...ofAws] } },
      {
        extends: true,
        test: {
          name: 'page',
          include: ofThePage,
          globalSetup: 'test/page/browser/global-setup.ts',
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'aws',
          include: ofAws,
          globalSetup: 'test/aws/global-setup.ts',
          // All files share one moto, which each of them empties: what a module remembers of it is of one file.
          fileParallelism: false,
          isolate: true,
        },
      },
    ],
  },
});
