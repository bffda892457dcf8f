import { defineConfig } from '@playwright/test'

const PORT = Number(process.env['SHX_E2E_PORT'] ?? 4173)
const executablePath = process.env['SHX_BROWSER']

// The tests use the built viewer, as a reader would. `npm test` builds it first; SHX_BROWSER names the browser.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // What is there at once is seen at once; a busy machine may take its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 0,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: `http://localhost:${PORT}`,
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    trace: 'off',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Containers run as root, where Chromium's own sandbox cannot start.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --host localhost --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
})
