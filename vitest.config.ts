import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const common = {
  setupFiles: ['test/seed.ts'],
  testTimeout: 60_000,
} as const;
/** Pure code keeps nothing from one file to the next: its modules are loaded once for all of them. */
const PURE = ['test/core/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    // Left alone it would keep one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      { test: { ...common, name: 'pure', include: PURE, isolate: false } },
      {
        test: {
          ...common,
          name: 'host',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', ...PURE],
        },
      },
    ],
  },
});
