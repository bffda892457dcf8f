import { defineConfig } from 'vitest/config'

// Unit tests run in plain Node, which is itself a test: the core has no page. A file that needs a DOM asks for one
// with `// @vitest-environment happy-dom`. Browser tests are Playwright's.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
  },
})
