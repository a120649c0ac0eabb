import { defineConfig } from 'vitest/config';

const ofThePage = ['test/page/**/*.test.ts'];

export default defineConfig({
  test: {
    // In CI the counts are read from a file: see .ci/run.
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'vitest-results.log' }]] : ['default'],
    // A world is a bot process, a local Slack and a local AWS: more than two at once fight for the machine's cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'bot', include: ['test/**/*.test.ts'], exclude: ofThePage } },
      {
        extends: true,
        test: {
          name: 'page',
          include: ofThePage,
          globalSetup: 'test/page/browser/global-setup.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
