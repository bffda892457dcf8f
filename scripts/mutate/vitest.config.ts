import { defineConfig } from 'vitest/config'

// The tests of the core alone: what kills a mutant of the core should stand beside it, not in a browser. They share
// one set of modules, which halves the time of a run.
export default defineConfig({
  test: { environment: 'node', include: ['test/core/**/*.test.ts'], isolate: false },
})
