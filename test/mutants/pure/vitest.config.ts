import { defineConfig } from 'vitest/config';

/** The tests of what is pure. */
export default defineConfig({
  test: {
    include: ['test/{onboarding,methods,contract}/**/*.test.ts'],
    // Each change has a run of its own, which imports everything anew anyway.
    isolate: false,
  },
});
