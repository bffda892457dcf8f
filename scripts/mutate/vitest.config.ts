import { defineConfig } from 'vitest/config'

// What kills a mutant should stand beside the code, not in a browser: the tests of the two folders, of the matrix and
// of the pipeline through them. They share one set of modules, which halves the time of a run.
const NEAR = ['shc/**', 'shl/**', 'matrix/**', 'boundaries', 'linkFacts', 'openSHX', 'verify']

export default defineConfig({
  test: {
    environment: 'node',
    include: NEAR.map((name) => `test/core/${name.replace('/**', '/**/*')}.test.ts`),
    isolate: false,
    setupFiles: ['scripts/mutate/freshModules.ts'],
  },
})
