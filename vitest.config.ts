import { defineConfig } from 'vitest/config'

// Unit tests run in plain Node, which is itself a test: the core has no page. A file that needs a DOM asks for one
// with `// @vitest-environment happy-dom`. Browser tests are Playwright's.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    // No test takes long by itself; a busy machine can make any of them wait. What hangs still fails.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
