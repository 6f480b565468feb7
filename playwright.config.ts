import { defineConfig } from 'playwright/test'

// What is promised within two seconds, or measured, is tried when the machine has nothing else to do.
const timely =
  /(bus|busy-desk|chapter-comment-approval|database-gone|doors|nginx|processes|strangers)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results/journeys',
  // For what hangs, and not for what is slow: the machine may have much else to do.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: process.env.JOURNEYS_REPORT ?? 'test-results/journeys.json' }]],
  projects: [
    { name: 'together', testIgnore: timely },
    { name: 'alone', testMatch: timely, workers: 1, dependencies: ['together'] },
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    // It takes as much time again as the journeys themselves: TRACE=1 npm run test:e2e -- NAME.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.HEADLESS_SHELL_PATH || process.env.CHROMIUM_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync'],
      ],
    },
  },
})
