import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Left alone it would keep one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism()),
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
  },
});
