import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'test/e2e/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    // No file leaves anything behind for the next one: so modules are loaded, and become quick, once for all files of a thread.
    isolate: false,
    // Left alone it would keep one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism()),
  },
});
