import { defineConfig } from 'vitest/config';

/** The tests that run machines, or read definitions; without those that every change of a definition fails, and those that take long. */
export default defineConfig({
  test: {
    include: ['test/sandbox/aws/**/*.test.ts', 'test/manifests/**/*.test.ts'],
    exclude: ['**/*largest.test.ts', '**/machines.test.ts', '**/exit.test.ts', '**/mfa.test.ts', '**/console.test.ts'],
    setupFiles: [new URL('setup.ts', import.meta.url).pathname],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    bail: 1,
  },
});
