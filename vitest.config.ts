import { defineConfig } from 'vitest/config';
import { checksByTool } from './test/aws/checks-by-tool.ts';

const ofThePage = ['test/page/**/*.test.ts'];
const ofAws = ['test/aws/**/*.test.ts'];

export default defineConfig({
  test: {
    // In CI the counts are read from a file: see .ci/run.
    reporters: ['default', checksByTool, ...(process.env.CI ? ['json'] : [])],
    outputFile: { json: 'vitest-results.log' },
    // A world is a bot process, a local Slack and a local AWS: more than two at once fight for the machine's cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'bot', include: ['test/**/*.test.ts'], exclude: [...ofThePage, ...ofAws] } },
      {
        extends: true,
        test: {
          name: 'page',
          include: ofThePage,
          globalSetup: 'test/page/browser/global-setup.ts',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'aws',
          include: ofAws,
          globalSetup: 'test/aws/global-setup.ts',
          // All files share one moto, which each of them empties.
          fileParallelism: false,
        },
      },
    ],
  },
});
