import { defineConfig, devices } from '@playwright/test'

const executablePath = process.env.FOYER_BROWSER ?? process.env.CHROME_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: './tests',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results/browser',
  globalSetup: '/tmp/foyer/forms/setup.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // A second try on shared machines; the report names what needed it.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.FOYER_BROWSER_REPORT
    ? [['list'], ['json', { outputFile: process.env.FOYER_BROWSER_REPORT }]]
    : [['list']],
  use: {
    // Set by the global set-up, which starts a server on a free port.
    baseURL: process.env.FOYER_TEST_URL,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // Containers give 64 MB of shared memory, in which pages crash.
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testDir: './tests/e2e',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testDir: './tests/e2e',
      grep: /@phone/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    {
      name: 'model',
      testDir: './tests/model',
      fullyParallel: true,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, actionTimeout: 20_000 },
    },
  ],
})
