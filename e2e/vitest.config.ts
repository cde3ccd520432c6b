import { defineConfig } from 'vitest/config';

/** One instance and one browser serve every file: the tests of a file read as one story, files run one after another. */
export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    root: import.meta.dirname,
    globalSetup: ['src/world.setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
