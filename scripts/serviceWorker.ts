import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { CopyList } from '../src/platform/installed/plan.ts'

const FILE = 'service-worker.js'
const PLACEHOLDER = 'SHX_COPY_LIST'

/** What the viewer needs to start and to read. Not the samples, nor dictionaries, which are kept when they are used. */
const BUILT = /^(?:assets\/|icon\.svg$|first-paint\.css$|(?:[^/]+\/)?[^/]+\.html$)/
/** What a deployment may change in the folder without a build. */
const DEPLOYED = /^(?:config\.json$|directories\/)/

/**
 * Builds the service worker into a file of its own whose name never changes, and fills in which files it may keep and
 * what each of them must be.
 */
export function serviceWorker(): Plugin {
  let folder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    buildStart() {
      const id = fileURLToPath(new URL('../src/serviceWorker.ts', import.meta.url))
      this.emitFile({ type: 'chunk', id, fileName: FILE })
    },
    generateBundle(_, bundle) {
      const worker = bundle[FILE]
      if (worker?.type !== 'chunk') this.error('The service worker was not built.')
      if (worker.imports.length > 0) this.error(`The service worker imports ${worker.imports.join(', ')}.`)
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const file = join(folder, FILE)
        const code = readFileSync(file, 'utf8')
        if (code.split(PLACEHOLDER).length !== 2) this.error('The service worker has no place for its list.')
        const list = JSON.stringify(copyListOf(folder))
        writeFileSync(
          file,
          code.replace(PLACEHOLDER, () => list),
        )
      },
    },
  }
}

/** The list of a built folder. */
export function copyListOf(folder: string): CopyList {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\/+/, ''))
    .toSorted()
  const hashOf = (path: string): string =>
    `sha256-${createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('base64')}`
  const built = Object.fromEntries(
    paths.filter((path) => BUILT.test(path)).map((path) => [path, hashOf(path)]),
  )
  const version = createHash('sha256').update(JSON.stringify(built)).digest('hex').slice(0, 12)
  return { version, built, deployed: paths.filter((path) => DEPLOYED.test(path)) }
}
