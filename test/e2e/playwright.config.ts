import { defineConfig } from '@playwright/test';
import { quietArguments } from '../../scripts/browsers.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Hospital machines and those that build are slow; a test that fails only there says nothing.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // What passes when it is tried again is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json']],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(process.env.CASEWRIGHT_BROWSER ? { executablePath: process.env.CASEWRIGHT_BROWSER } : {}),
      args: quietArguments(),
    },
  },
});
