import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport, type Plugin } from 'vite'
import { filesForFolder } from './files.ts'
import type { frameAncestorsIn } from './frameAncestors.ts'

/**
 * Puts what hosts read from the folder itself into the build, so that `frameAncestors` of `public/config.json` has its
 * effect there without another step. A build for a host that reads none of it is not worse for it.
 */
export function hostHeaders(): Plugin {
  let config = ''
  return {
    name: 'host-headers',
    apply: 'build',
    configResolved: ({ publicDir }) => {
      config = join(publicDir, 'config.json')
    },
    async generateBundle() {
      const read = await loadReader()
      const frameAncestors = read(existsSync(config) ? readFileSync(config, 'utf8') : '{}')
      if (!frameAncestors.ok) {
        return this.error(`public/config.json: not the origins of pages: ${frameAncestors.error.join(', ')}`)
      }
      const files = filesForFolder({ frameAncestors: frameAncestors.value, path: '/' })
      for (const [fileName, source] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source })
      }
      return undefined
    },
  }
}

/** Through Vite's own loader: it reads the app's own code, which plain Node cannot import. */
async function loadReader(): Promise<typeof frameAncestorsIn> {
  const file = fileURLToPath(new URL('frameAncestors.ts', import.meta.url))
  const { module } = await runnerImport<{ readonly frameAncestorsIn: typeof frameAncestorsIn }>(file, {
    configFile: false,
  })
  return module.frameAncestorsIn
}
