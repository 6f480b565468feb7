import { defineConfig } from 'playwright/test'

// What is promised within two seconds is tried two at a time, and what is measured when the machine has nothing else to do.
const timely =
  /(away-behind-nginx|bus|chapter-comment-approval|database-gone|live|nginx|nginx-files)\.spec\.ts$/
const measured = /(busy-desk|doors|large-bodies|strangers)\.spec\.ts$/
// What takes longest goes first: begun at the end it would keep one worker busy and the others waiting.
const long = /(hostile-actions|up|pages|account|queue|second-factor)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/support/first-site.ts',
  outputDir: 'test-results/journeys',
  // For what hangs, and not for what is slow: the machine may have much else to do.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // One more than cores: a journey often waits, for a mail, a poll or a sum.
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: process.env.JOURNEYS_REPORT ?? 'test-results/journeys.json' }]],
  projects: [
    { name: 'long', testMatch: long },
    { name: 'together', testIgnore: [long, timely, measured] },
    { name: 'two', testMatch: timely, workers: 2, dependencies: ['long', 'together'] },
    { name: 'alone', testMatch: measured, workers: 1, dependencies: ['two'] },
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
