import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './test/support/chromium.ts';

/** Journeys start the servers they need themselves, so there is no `webServer` here. */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' }, // nobody watches what every frame would cost
    screenshot: 'only-on-failure',
    actionTimeout: 60_000, // so that a test that waits for what never comes says for what
    trace: 'off',
    video: 'off',
    launchOptions: chromiumLaunch(),
  },
});
